using MaskedVoicemail.Application.Calls;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>Twilio's resource Calls. https://www.twilio.com/docs/voice/api/call-resource</summary>
internal sealed class TwilioCalls(TwilioRestClient twilio) : ITwilioCalls
{
    public async Task<TwilioCall?> FindAsync(string callSid, CancellationToken cancellationToken)
    {
        var resource = TwilioSid.IsOf("CA", callSid)
            ? await twilio.GetAsync($"/Calls/{callSid}.json", TwilioJson.Default.CallResource, cancellationToken)
            : null;
        return resource?.ToCall();
    }

    public async Task<IReadOnlyList<TwilioCall>> ListLegsAsync(string parentCallSid, CancellationToken cancellationToken)
    {
        // One leg for each phone that rang: never more than a page.
        var page = TwilioSid.IsOf("CA", parentCallSid)
            ? await twilio.GetAsync($"/Calls.json?ParentCallSid={parentCallSid}", TwilioJson.Default.CallPage, cancellationToken)
            : null;
        return [.. (page?.Calls ?? []).Select(resource => resource.ToCall())];
    }
}
