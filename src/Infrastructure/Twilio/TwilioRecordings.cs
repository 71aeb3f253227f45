using System.Net;
using System.Runtime.CompilerServices;
using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>Twilio's resource Recordings. https://www.twilio.com/docs/voice/api/recording</summary>
internal sealed class TwilioRecordings(TwilioRestClient twilio, TwilioMedia media) : ITwilioRecordings
{
    public Task<RecordingMedia> OpenMediaAsync(string recordingSid, CancellationToken cancellationToken) => media.OpenAsync(recordingSid, cancellationToken);

    public async Task DeleteAsync(string recordingSid, CancellationToken cancellationToken)
    {
        using var deadline = twilio.Deadline();
        using var response = await twilio.SendAsync(
            HttpMethod.Delete, $"/Recordings/{TwilioSid.Require("RE", recordingSid)}.json", deadline.Token, cancellationToken);
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
}
