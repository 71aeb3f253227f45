using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Common;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails.OpenAi;

/// <summary>Any server that speaks OpenAI's <c>POST /v1/audio/transcriptions</c>: theirs, or one of one's own, such as whisper.cpp or LocalAI.</summary>
internal sealed class OpenAiTranscriber(HttpClient client, IOptions<OpenAiOptions> options, TimeProvider clock) : ITranscriber
{
    public const string Partner = "The transcription server";

    /// <summary>Many times the longest text that is kept.</summary>
    private const long LongestAnswer = 1024 * 1024;

    public async Task<string?> TranscribeAsync(ReadOnlyMemory<byte> audio, string contentType, Language language, CancellationToken cancellationToken)
    {
        var server = options.Value;
        if (audio.Length > server.MaxBytes)
        {
            throw new PartnerException("The message is larger than Transcription:OpenAi:MaxBytes.", isPermanent: true);
        }

        using var deadline = new CancellationTokenSource(server.TimeLimit, clock);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{server.BaseUrl!.AbsoluteUri.TrimEnd('/')}/v1/audio/transcriptions");
        request.Content = FormOf(audio, contentType, server.Model, language);
        if (!string.IsNullOrEmpty(server.ApiKey))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", server.ApiKey);
        }

        using var response = await client.SendToPartnerAsync(request, Partner, deadline.Token, cancellationToken);
        return response.StatusCode is HttpStatusCode.OK
            ? await ReadAsync(response, deadline.Token, cancellationToken)
            : throw RefusalOf(response);
    }

    /// <summary>Names in quotes and a boundary without: what the parsers of small servers expect.</summary>
    private static MultipartFormDataContent FormOf(ReadOnlyMemory<byte> audio, string contentType, string model, Language language)
    {
        var form = new MultipartFormDataContent(Guid.NewGuid().ToString("N"));
        var boundary = form.Headers.ContentType!.Parameters.Single();
        boundary.Value = boundary.Value!.Trim('"');
        var file = new ReadOnlyMemoryContent(audio);
        file.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        file.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data")
        {
            Name = "\"file\"",
            FileName = contentType == "audio/mpeg" ? "\"message.mp3\"" : "\"message.wav\"",
        };
        form.Add(file);
        form.Add(new StringContent(model), "\"model\"");
        form.Add(new StringContent(language is Language.Chinese ? "zh" : "en"), "\"language\"");
        form.Add(new StringContent("json"), "\"response_format\"");
        return form;
    }

    private static async Task<string?> ReadAsync(HttpResponseMessage response, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(LongestAnswer, either.Token);
            var answer = await response.Content.ReadFromJsonAsync(OpenAiJson.Default.TranscriptionAnswer, either.Token);
            var text = (answer?.Text ?? throw new JsonException("There is no text.")).Trim();
            return text.Length > 0 ? text : null;
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PartnerException($"{Partner} did not answer in time.", isPermanent: false, innerException: exception);
        }
        catch (Exception exception) when (exception is JsonException or HttpRequestException or IOException or InvalidOperationException)
        {
            // Without the exception itself: its message may quote what was said.
            throw new PartnerException($"{Partner} answered something that is no transcription: {exception.GetType().Name}.", isPermanent: false);
        }
    }

    private PartnerException RefusalOf(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var retryAfter = response.Headers.RetryAfter(clock.GetUtcNow());
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden =>
                PartnerHttp.Refusal($"{Partner} refuses the key ({status}): check Transcription:OpenAi:ApiKey.", retryAfter),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity =>
                new PartnerException($"{Partner} does not take the message ({status}).", isPermanent: true),
            HttpStatusCode.NotFound =>
                new PartnerException($"{Partner} answered 404: check Transcription:OpenAi:BaseUrl and :Model.", isPermanent: false, retryAfter),
            _ => new PartnerException($"{Partner} answered {status}.", isPermanent: false, retryAfter),
        };
    }
}
