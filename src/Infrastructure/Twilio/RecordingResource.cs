using System.Globalization;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.RecordRecording;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>A recording as the REST API shows it; numbers come as strings.</summary>
internal sealed record RecordingResource(string? Sid, string? CallSid, string? Status, string? Source, string? Duration, string? DateCreated)
{
    /// <returns>Null for what is no caller's message, such as a recording of another use of the account.</returns>
    public TwilioRecording? ToRecording() =>
        TwilioSid.IsOf("RE", Sid) && TwilioSid.IsOf("CA", CallSid) && Source is "RecordVerb" && TwilioDate.Parse(DateCreated) is { } createdAt
            ? new TwilioRecording(
                Sid!,
                CallSid!,
                Status switch
                {
                    "completed" => RecordingReport.Completed,
                    "absent" or "deleted" => RecordingReport.Absent,
                    _ => null,
                },
                int.TryParse(Duration, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
                createdAt)
            : null;
}
