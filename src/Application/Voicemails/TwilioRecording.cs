using MaskedVoicemail.Application.Voicemails.RecordRecording;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>A caller's recording as Twilio keeps it.</summary>
/// <param name="Sid"><c>RE…</c></param>
/// <param name="CallSid">The caller's leg.</param>
/// <param name="Report">What became of it; null while it is not finished.</param>
/// <param name="DurationSeconds">Seconds.</param>
/// <param name="CreatedAt">UTC.</param>
public sealed record TwilioRecording(string Sid, string CallSid, RecordingReport? Report, int? DurationSeconds, DateTimeOffset CreatedAt);
