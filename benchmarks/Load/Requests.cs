using System.Globalization;
using System.Text;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Load;

/// <summary>Requests as Twilio sends them: all of its fields, signed, each a call of its own.</summary>
/// <param name="publicUrl">The address that the signatures are for.</param>
/// <param name="token">The account's auth token.</param>
/// <param name="run">Keeps the names of one run apart from those of another.</param>
internal sealed class Requests(string publicUrl, string token, int run)
{
    private const string Account = "AC00000000000000000000000000000000";

    /// <summary>The voice webhook of a call to the seeded number with this index.</summary>
    public byte[] Voice(int call, int number) => Post("/webhook/voice",
    [
        new("AccountSid", Account),
        new("ApiVersion", "2010-04-01"),
        new("CallSid", CallSid(call)),
        new("CallStatus", "ringing"),
        new("CallToken", "%7B%22parentCallInfoToken%22%3A%22eyJhbGciOiJFUzI1NiJ9%22%7D"),
        new("Called", To(number)),
        new("CalledCity", "SPRINGFIELD"),
        new("CalledCountry", "US"),
        new("CalledState", "IL"),
        new("CalledZip", "62701"),
        new("Caller", From(call)),
        new("CallerCity", "OAKLAND"),
        new("CallerCountry", "US"),
        new("CallerState", "CA"),
        new("CallerZip", "94601"),
        new("Direction", "inbound"),
        new("From", From(call)),
        new("FromCity", "OAKLAND"),
        new("FromCountry", "US"),
        new("FromState", "CA"),
        new("FromZip", "94601"),
        new("StirVerstat", "TN-Validation-Passed-A"),
        new("To", To(number)),
        new("ToCity", "SPRINGFIELD"),
        new("ToCountry", "US"),
        new("ToState", "IL"),
        new("ToZip", "62701"),
    ]);

    /// <summary>The report on the recording of such a call.</summary>
    public byte[] Recording(int call) => Post("/webhook/voicemail-callback",
    [
        new("AccountSid", Account),
        new("CallSid", CallSid(call)),
        new("ErrorCode", "0"),
        new("RecordingChannels", "1"),
        new("RecordingDuration", "12"),
        new("RecordingSid", $"RE{Suffix(call)}"),
        new("RecordingSource", "RecordVerb"),
        new("RecordingStartTime", "Sun, 22 Nov 2026 12:00:00 +0000"),
        new("RecordingStatus", "completed"),
        new("RecordingTrack", "both"),
        new("RecordingUrl", $"https://api.twilio.com/2010-04-01/Accounts/{Account}/Recordings/RE{Suffix(call)}"),
    ]);

    public static byte[] Get(string path, string? cookie, string? range) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: load\r\nAccept-Language: en\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}{(range is null ? "" : $"Range: {range}\r\n")}\r\n");

    private static string To(int number) => string.Create(CultureInfo.InvariantCulture, $"+1555{number:0000000}");

    private static string From(int call) => string.Create(CultureInfo.InvariantCulture, $"+1212{call % 10_000_000:0000000}");

    private string CallSid(int call) => $"CA{Suffix(call)}";

    private string Suffix(int call) => string.Create(CultureInfo.InvariantCulture, $"{run:x8}{call:x24}");

    private byte[] Post(string path, List<KeyValuePair<string, string>> fields)
    {
        var body = string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        return Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: load\r\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\r\nContent-Length: {body.Length}\r\n" +
            $"{RequestSignature.Header}: {RequestSignature.ForForm(token, publicUrl + path, fields)}\r\nUser-Agent: TwilioProxy/1.1\r\n" +
            $"I-Twilio-Idempotency-Token: {Guid.NewGuid()}\r\nAccept: */*\r\n\r\n{body}");
    }
}
