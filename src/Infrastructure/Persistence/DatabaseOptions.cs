namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Bound from <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; }

    /// <summary>Whether the program applies migrations when it starts. Default: in Development only.</summary>
    public bool? MigrateOnStart { get; set; }
}
