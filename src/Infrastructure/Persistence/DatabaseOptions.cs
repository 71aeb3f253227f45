namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Bound from <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    public DatabaseProvider Provider { get; set; }

    /// <summary>Whether the program applies migrations when it starts. Default: in Development only.</summary>
    public bool? MigrateOnStart { get; set; }

    /// <summary>Whether an empty database gets demonstration data when the program starts in Development, and nowhere else.</summary>
    public bool DemoData { get; set; } = true;
}
