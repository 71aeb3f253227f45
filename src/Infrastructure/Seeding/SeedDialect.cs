using System.Data.Common;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>What the databases write differently in the statements that make load-test data.</summary>
public abstract class SeedDialect
{
    /// <summary>A number as text of a fixed width, with leading zeros.</summary>
    public abstract string Digits(string number, int width);

    /// <summary>The same as <see cref="SeedId.Of"/>.</summary>
    public abstract string Id(SeedKind kind, string owner, string index);

    /// <summary>Statements after which the database knows how its tables have grown.</summary>
    public abstract string Analyze { get; }

    /// <summary>A time or duration as the database stores it; other values as they are.</summary>
    public abstract object ToParameter(object value);

    /// <summary>Whether a statement failed because another row has the value of a unique column.</summary>
    public abstract bool IsDuplicate(DbException exception);

    public static string Text(string expression) => $"CAST({expression} AS text)";

    /// <summary>Twilio's form of a name: two letters and 32 hexadecimal digits.</summary>
    public static string Sid(string prefix, string id) => $"'{prefix}' || lower(replace({Text(id)}, '-', ''))";

    /// <summary>One of some texts, in turn with a number.</summary>
    public static string Pick(string number, IReadOnlyList<string> texts)
    {
        var cases = texts.Select((text, index) => $"WHEN {index} THEN '{text.Replace("'", "''", StringComparison.Ordinal)}'");
        return $"CASE ({number}) % {texts.Count} {string.Join(' ', cases)} END";
    }
}
