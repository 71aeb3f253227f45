using System.Net;
using System.Net.Http.Headers;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>The audio of recordings, as WAV. https://www.twilio.com/docs/voice/api/recording#fetch-a-recording-media-file</summary>
internal sealed class TwilioMedia(TwilioRestClient twilio, TimeProvider clock)
{
    /// <summary>The longest message that can be set is 600 s: 9.6 MB at 128 kbit/s.</summary>
    private const long Longest = 20 * 1024 * 1024;

    /// <summary>For a whole download: a peer that sends a byte a second does not keep a place for longer.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(60);

    /// <exception cref="PartnerException">Twilio does not send it.</exception>
    public async Task<RecordingMedia> OpenAsync(string recordingSid, CancellationToken cancellationToken)
    {
        var deadline = new CancellationTokenSource(TimeLimit, clock);
        HttpResponseMessage? response = null;
        try
        {
            response = await twilio.SendAsync(HttpMethod.Get, $"/Recordings/{TwilioSid.Require("RE", recordingSid)}.wav", deadline.Token, cancellationToken);
            if (response.StatusCode is HttpStatusCode.NotFound)
            {
                throw new PartnerException("Twilio does not have the recording (yet).", isPermanent: false);
            }

            twilio.RequireSuccess(response);
            RequireAudio(response.Content.Headers);
            var content = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new RecordingMedia(new MediaStream(content, response, deadline, Longest), response.Content.Headers.ContentLength);
        }
        catch
        {
            response?.Dispose();
            deadline.Dispose();
            throw;
        }
    }

    internal static PartnerException TooLarge() => new("Twilio sent more than any message holds.", isPermanent: false);

    /// <summary>A proxy's or Twilio's error page is no message, even with status 200.</summary>
    private static void RequireAudio(HttpContentHeaders headers)
    {
        if (headers.ContentLength > Longest)
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
