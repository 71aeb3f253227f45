using System.Globalization;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What a status callback adds to the parameters of its leg.</summary>
internal static class CallProgress
{
    public static void AddTo(WebhookParameters parameters, CallResource leg, int sequenceNumber, DateTimeOffset now)
    {
        parameters.Add("Timestamp", TwilioDate.Text(now));
        parameters.Add("CallbackSource", "call-progress-events");
        parameters.Add("SequenceNumber", Text(sequenceNumber));
        if (leg.Duration is { } seconds)
        {
            // Twilio's names: CallDuration is in seconds, Duration in billed minutes.
            parameters.Add("CallDuration", Text(seconds));
            parameters.Add("Duration", Text((seconds + 59) / 60));
            parameters.Add("SipResponseCode", leg.Status switch
            {
                "busy" => "486",
                "no-answer" or "canceled" => "487",
                "failed" => "404",
                _ => "200",
            });
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
