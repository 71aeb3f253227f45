namespace MaskedVoicemail.Infrastructure.Persistence;

public enum DatabaseState
{
    Ready,

    /// <summary>No connection, or no answer in time.</summary>
    Unreachable,

    /// <summary>Migrations of this version are not applied yet.</summary>
    Outdated,
}
