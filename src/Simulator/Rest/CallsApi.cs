using MaskedVoicemail.Simulator.Account;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>The list of calls, with the filters that this program needs. https://www.twilio.com/docs/voice/api/call-resource</summary>
internal static class CallsApi
{
    public static ApiAnswer List(TwilioAccount account, ApiRequest request)
    {
        var parent = (string?)request.Query["ParentCallSid"];
        var status = (string?)request.Query["Status"];
        return ApiPage.Of(
            request,
            "calls",
            account.Calls.Where(call => (parent is null || call.ParentCallSid == parent) && (status is null || call.Status == status)),
            call => (call.DateCreated, call.Sid),
            call => Resources.Call(account, call));
    }
}
