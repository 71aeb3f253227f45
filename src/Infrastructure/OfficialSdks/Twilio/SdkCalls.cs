using System.Globalization;
using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Infrastructure.Twilio;
using CallResource = Twilio.Rest.Api.V2010.Account.CallResource;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Twilio;

/// <summary>Twilio's resource Calls by the SDK.</summary>
internal sealed class SdkCalls(SdkTwilio twilio) : ITwilioCalls
{
    public async Task<TwilioCall?> FindAsync(string callSid, CancellationToken cancellationToken) =>
        TwilioSid.IsOf("CA", callSid) && await twilio.AskAsync(client => CallResource.FetchAsync(callSid, client: client), cancellationToken) is { } call
            ? CallOf(call)
            : null;

    public async Task<IReadOnlyList<TwilioCall>> ListLegsAsync(string parentCallSid, CancellationToken cancellationToken)
    {
        if (!TwilioSid.IsOf("CA", parentCallSid))
        {
            return [];
        }

        // One leg for each phone that rang: never more than a page.
        var legs = await twilio.AskAsync(client => CallResource.ReadAsync(parentCallSid: parentCallSid, client: client), cancellationToken);
        return [.. legs?.Select(CallOf) ?? []];
    }

    private static TwilioCall CallOf(CallResource call) => new(
        call.Sid,
        call.From,
        call.To,
        call.Status?.ToString() ?? "",
        SdkDate.Utc(call.StartTime),
        SdkDate.Utc(call.EndTime),
        int.TryParse(call.Duration, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
        call.CallerName,
        call.ForwardedFrom);
}
