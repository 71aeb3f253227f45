namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>A session that somebody signed out of. A copy of its cookie would still be good otherwise.</summary>
internal sealed class EndedSession
{
    public const int IdMaxLength = 32;

    public required string Id { get; init; }

    /// <summary>When the last cookie of it has expired anyway.</summary>
    public required DateTimeOffset Until { get; init; }
}
