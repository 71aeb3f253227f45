namespace MaskedVoicemail.Application.Accounts;

/// <summary>What a password must be like: long rather than complicated (NIST SP 800-63B).</summary>
public static class AccountPassword
{
    public const int MinLength = 10;

    /// <summary>Hashing takes time in proportion.</summary>
    public const int MaxLength = 128;
}
