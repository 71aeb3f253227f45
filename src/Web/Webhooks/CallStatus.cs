namespace MaskedVoicemail.Web.Webhooks;

internal static class CallStatus
{
    /// <summary>Whether a <c>CallStatus</c> is one of Twilio's final ones.</summary>
    public static bool IsOver(string? status) => status is "completed" or "busy" or "failed" or "no-answer" or "canceled";
}
