using MaskedVoicemail.Application.Voicemails.OpenAudio;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Web.Localization;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.Net.Http.Headers;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>
/// A message's audio, of which players ask for one part after the other. It is no page: what MVC does for pages took a fifth of its time.
/// </summary>
internal static class AudioEndpoint
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapVoicemailAudio(this IEndpointRouteBuilder app) =>
        app.MapMethods("/voicemails/{id:guid}/audio", Methods, AnswerAsync).RequireAuthorization();

    private static async Task AnswerAsync(HttpContext context)
    {
        var (request, response, services) = (context.Request, context.Response, context.RequestServices);
        var id = new VoicemailId(Guid.Parse((string)request.RouteValues["id"]!));
        var opened = await services.GetRequiredService<IMediator>().Send(new OpenAudioQuery(context.User.SubscriberId(), id), context.RequestAborted);
        if (!opened.IsSuccess)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var (content, audio) = opened.Value;
        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue(request.Query["download"] == "1" ? "attachment" : "inline")
        {
            FileName = AudioFileName.Of(audio, services.GetRequiredService<ViewerTime>().ToLocal(audio.ReceivedAt)),
        }.ToString();
        await Results
            .Stream(content, audio.ContentType, entityTag: new EntityTagHeaderValue($"\"{audio.Sha256}\""), enableRangeProcessing: true)
            .ExecuteAsync(context);
    }
}
