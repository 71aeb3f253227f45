using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Recordings as Twilio keeps them. Asked for by SID from the configured origin only, whatever host a callback names.</summary>
public interface ITwilioRecordings
{
    /// <summary>Opens the audio as Twilio has it (WAV). The caller disposes of it.</summary>
    /// <exception cref="PartnerException">Not there (yet), refused, too large, or no audio.</exception>
    Task<RecordingMedia> OpenMediaAsync(string recordingSid, CancellationToken cancellationToken);

    /// <summary>Deletes it there; one that is gone already counts as deleted.</summary>
    /// <exception cref="PartnerException">Twilio could not or would not.</exception>
    Task DeleteAsync(string recordingSid, CancellationToken cancellationToken);

    /// <summary>Callers' recordings since an instant, the newest first.</summary>
    /// <exception cref="PartnerException">Twilio could not or would not tell.</exception>
    IAsyncEnumerable<TwilioRecording> ListAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The recordings of one call.</summary>
    /// <exception cref="PartnerException">Twilio could not or would not tell.</exception>
    Task<IReadOnlyList<TwilioRecording>> ListOfCallAsync(string callSid, CancellationToken cancellationToken);
}
