namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>How often somebody has tried something. Every node counts in the same row.</summary>
internal sealed class Attempts
{
    /// <summary>A SHA-256 in base64.</summary>
    public const int NameMaxLength = 44;

    /// <summary>What is limited and whom it is about, hashed: no addresses are collected.</summary>
    public required string Name { get; init; }

    public required int Count { get; init; }

    /// <summary>When it begins anew.</summary>
    public required DateTimeOffset EndsAt { get; init; }
}
