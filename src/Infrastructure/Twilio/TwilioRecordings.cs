using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>Twilio's resource Recordings. https://www.twilio.com/docs/voice/api/recording</summary>
internal sealed class TwilioRecordings(TwilioRestClient twilio, TimeProvider clock) : ITwilioRecordings
{
    /// <summary>The longest message that can be set is 600 s: 9.6 MB at 128 kbit/s.</summary>
    private const long LongestMedia = 20 * 1024 * 1024;

    /// <summary>For a whole download: a peer that sends a byte a second does not keep a place for longer.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    public async Task<RecordingMedia> OpenMediaAsync(string recordingSid, CancellationToken cancellationToken)
    {
        var deadline = new CancellationTokenSource(TimeLimit, clock);
        HttpResponseMessage? response = null;
        try
        {
            response = await twilio.SendAsync(HttpMethod.Get, $"/Recordings/{Checked(recordingSid)}.wav", deadline.Token, cancellationToken);
            if (response.StatusCode is HttpStatusCode.NotFound)
            {
                throw new PartnerException("Twilio does not have the recording (yet).", isPermanent: false);
            }

            twilio.RequireSuccess(response);
            RequireAudio(response.Content.Headers);
            var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new RecordingMedia(new MediaStream(content, response, deadline, LongestMedia), response.Content.Headers.ContentLength);
        }
        catch
        {
            response?.Dispose();
            deadline.Dispose();
            throw;
        }
    }

    public async Task DeleteAsync(string recordingSid, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeLimit, clock);
        using var response = await twilio.SendAsync(HttpMethod.Delete, $"/Recordings/{Checked(recordingSid)}.json", deadline.Token, cancellationToken);
        if (response.StatusCode is not HttpStatusCode.NotFound)
        {
            twilio.RequireSuccess(response);
        }
    }

    public async IAsyncEnumerable<TwilioRecording> ListAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Twilio filters by whole days, and lists the newest first.
        await foreach (var recording in ReadPagesAsync($"/Recordings.json?DateCreated%3E={since.UtcDateTime:yyyy-MM-dd}&PageSize=1000", cancellationToken))
        {
            if (recording.CreatedAt < since)
            {
                yield break;
            }

            yield return recording;
        }
    }

    public async Task<IReadOnlyList<TwilioRecording>> ListOfCallAsync(string callSid, CancellationToken cancellationToken)
    {
        if (!TwilioSid.IsOf("CA", callSid))
        {
            return [];
        }

        return await ReadPagesAsync($"/Calls/{callSid}/Recordings.json", cancellationToken).ToListAsync(cancellationToken);
    }

    internal static PartnerException TooLarge() => new("Twilio sent more than any message holds.", isPermanent: false);

    private async IAsyncEnumerable<TwilioRecording> ReadPagesAsync(string first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = first; next is not null;)
        {
            var page = await twilio.GetAsync(next, TwilioJson.Default.RecordingPage, cancellationToken);
            foreach (var resource in page?.Recordings ?? [])
            {
                if (resource.ToRecording() is { } recording)
                {
                    yield return recording;
                }
            }

            next = page?.NextPageUri;
        }
    }

    /// <summary>A SID comes from outside and goes into an address: nothing but a SID may.</summary>
    private static string Checked(string recordingSid) => TwilioSid.IsOf("RE", recordingSid)
        ? recordingSid
        : throw new PartnerException("The recording's SID is not one of Twilio's.", isPermanent: true);

    /// <summary>A proxy's or Twilio's error page is no message, even with status 200.</summary>
    private static void RequireAudio(HttpContentHeaders headers)
    {
        if (headers.ContentLength > LongestMedia)
        {
            throw TooLarge();
        }

        var type = headers.ContentType?.MediaType;
        if (type is not null && !type.StartsWith("audio/", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("/octet-stream", StringComparison.OrdinalIgnoreCase))
        {
            throw new PartnerException("Twilio sent something that is no audio.", isPermanent: false);
        }
    }
}
