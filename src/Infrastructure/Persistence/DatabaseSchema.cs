namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>How far a database is from the present schema.</summary>
/// <param name="PendingMigrations">The migrations that are not applied yet, in order.</param>
/// <param name="HasJobStore">Whether the job engine's tables are there.</param>
public sealed record DatabaseSchema(IReadOnlyList<string> PendingMigrations, bool HasJobStore)
{
    public bool IsCurrent => PendingMigrations.Count == 0 && HasJobStore;
}
