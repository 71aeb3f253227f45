namespace MaskedVoicemail.Application.Voicemails.RecordRecording;

/// <summary>A recording that Twilio has finished.</summary>
/// <param name="CallSid">The caller's leg.</param>
/// <param name="RecordingSid">Twilio's name for it.</param>
/// <param name="DurationSeconds">Seconds after trimming, not 0; null where Twilio did not tell.</param>
public sealed record FinishedRecording(string CallSid, string RecordingSid, int? DurationSeconds);
