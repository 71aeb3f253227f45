namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>A key that protects cookies and links, or the revocation of one: what Data Protection keeps, as it writes it.</summary>
internal sealed class DataProtectionKey
{
    public const int NameMaxLength = 200;

    /// <summary>Data Protection's own, such as <c>key-</c> and its id.</summary>
    public required string Name { get; init; }

    public required string Xml { get; init; }
}
