using System.Globalization;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.RecordRecording;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>A recording as the REST API shows it; numbers come as strings.</summary>
internal sealed record RecordingResource(string? Sid, string? CallSid, string? Status, string? Source, string? Duration, string? DateCreated)
{
    /// <returns>Null for what is no caller's message, such as a recording of another use of the account.</returns>
    public TwilioRecording? ToRecording() => Of(Sid, CallSid, Status, Source, Duration, TwilioDate.Parse(DateCreated));

    /// <inheritdoc cref="ToRecording"/>
    public static TwilioRecording? Of(string? sid, string? callSid, string? status, string? source, string? duration, DateTimeOffset? createdAt) =>
        TwilioSid.IsOf("RE", sid) && TwilioSid.IsOf("CA", callSid) && source is "RecordVerb" && createdAt is { } created
            ? new TwilioRecording(
                sid!,
                callSid!,
                status switch
                {
                    "completed" => RecordingReport.Completed,
                    "absent" or "deleted" => RecordingReport.Absent,
                    _ => null,
                },
                int.TryParse(duration, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
                created)
            : null;
}
