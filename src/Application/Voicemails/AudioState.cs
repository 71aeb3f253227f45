namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Whether its owner can listen to a message, and why not.</summary>
public enum AudioState
{
    Playable,

    /// <summary>It came over quota and opens when quota returns.</summary>
    Sealed,

    /// <summary>It is being fetched.</summary>
    OnItsWay,

    /// <summary>It could not be fetched; an administrator can try again.</summary>
    NotFetched,

    /// <summary>The telephone network did not keep it: there is nothing to fetch.</summary>
    NotRecorded,
}
