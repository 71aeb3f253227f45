namespace MaskedVoicemail.Domain.Common;

/// <summary>What kind of refusal an <see cref="Error"/> is; the portal answers each kind in one way.</summary>
public enum ErrorKind
{
    /// <summary>What was given can't be used: shown at the field.</summary>
    Invalid,

    /// <summary>No such thing, or it belongs to somebody else.</summary>
    NotFound,

    /// <summary>Right in itself, but not in the present state.</summary>
    Conflict,
}
