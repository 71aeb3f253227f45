using System.Globalization;
using System.Runtime.CompilerServices;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Infrastructure.Twilio;
using Twilio.Base;
using Twilio.Http;
using OfAccount = Twilio.Rest.Api.V2010.Account;
using OfCall = Twilio.Rest.Api.V2010.Account.Call;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Twilio;

/// <summary>Twilio's resource Recordings by the SDK, but for the audio, which it does not fetch.</summary>
internal sealed class SdkRecordings(SdkTwilio twilio, TwilioMedia media) : ITwilioRecordings
{
    private const string PageSize = "1000";

    private static readonly global::Twilio.Rest.Domain Api = global::Twilio.Rest.Domain.Api;

    public Task<RecordingMedia> OpenMediaAsync(string recordingSid, CancellationToken cancellationToken) => media.OpenAsync(recordingSid, cancellationToken);

    public async Task DeleteAsync(string recordingSid, CancellationToken cancellationToken)
    {
        var sid = TwilioSid.Require("RE", recordingSid);
        await twilio.AskAsync(client => OfAccount.RecordingResource.DeleteAsync(sid, client: client), cancellationToken);
    }

    public async IAsyncEnumerable<TwilioRecording> ListAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Twilio filters by whole days, and lists the newest first. The SDK's own options would ask for a time of day.
        List<KeyValuePair<string, string>> parameters =
            [new("DateCreated>", since.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), new("PageSize", PageSize)];
        await foreach (var resource in ReadPagesAsync<OfAccount.RecordingResource>("/Recordings.json", parameters, cancellationToken))
        {
            if (Infrastructure.Twilio.RecordingResource.Of(
                    resource.Sid, resource.CallSid, resource.Status?.ToString(), resource.Source?.ToString(), resource.Duration, SdkDate.Utc(resource.DateCreated))
                is not { } recording)
            {
                continue;
            }

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

        var resources = ReadPagesAsync<OfCall.RecordingResource>($"/Calls/{callSid}/Recordings.json", [], cancellationToken);
        return await resources
            .Select(resource => Infrastructure.Twilio.RecordingResource.Of(
                resource.Sid, resource.CallSid, resource.Status?.ToString(), resource.Source?.ToString(), resource.Duration, SdkDate.Utc(resource.DateCreated)))
            .OfType<TwilioRecording>()
            .ToListAsync(cancellationToken);
    }

    /// <summary>Page by page without blocking: the SDK's own enumeration asks for further pages synchronously.</summary>
    private async IAsyncEnumerable<T> ReadPagesAsync<T>(
        string path, List<KeyValuePair<string, string>> parameters, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : global::Twilio.Base.Resource
    {
        Page<T>? page = null;
        do
        {
            var previous = page;
            page = await twilio.AskAsync(
                async client =>
                {
                    var request = previous is null
                        ? new Request(global::Twilio.Http.HttpMethod.Get, Api, $"/2010-04-01/Accounts/{client.AccountSid}{path}", queryParams: parameters)
                        : new Request(global::Twilio.Http.HttpMethod.Get, previous.GetNextPageUrl(Api));
                    return Page<T>.FromJson("recordings", (await client.RequestAsync(request)).Content);
                },
                cancellationToken);
            foreach (var resource in page?.Records ?? [])
            {
                yield return resource;
            }
        }
        while (page?.HasNextPage() is true);
    }
}
