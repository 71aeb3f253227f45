using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Where the audio of voicemails is kept.</summary>
public interface IRecordingStore
{
    /// <summary>
    /// Stores a message's audio so that it is there whole or not at all, replacing what was there. Refuses what is no audio.
    /// </summary>
    /// <exception cref="InvalidAudioException">What arrived is not a whole WAV or MP3 file; nothing is stored.</exception>
    /// <exception cref="RecordingStoreException">It can't be stored now.</exception>
    Task<StoredAudio> SaveAsync(VoicemailId id, RecordingMedia media, CancellationToken cancellationToken);

    /// <summary>Opens the audio for asynchronous reading, seekable; null if there is none.</summary>
    Task<Stream?> OpenAsync(VoicemailId id, CancellationToken cancellationToken);

    /// <summary>Gives a message the audio of another one, replacing what was there.</summary>
    /// <exception cref="IOException">The other one has none, or it can't be written.</exception>
    Task CopyAsync(VoicemailId source, VoicemailId target, CancellationToken cancellationToken);

    /// <summary>Removes the audio; none there is no error.</summary>
    Task DeleteAsync(VoicemailId id, CancellationToken cancellationToken);

    /// <summary>
    /// All that is stored, in no particular order and as it is found: what is written or removed meanwhile may be missing or there.
    /// The store may hold millions.
    /// </summary>
    IAsyncEnumerable<StoredFile> ListAsync(CancellationToken cancellationToken);

    /// <summary>Removes what a process that died left behind of downloads that it had not finished by a time.</summary>
    Task DeleteLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
