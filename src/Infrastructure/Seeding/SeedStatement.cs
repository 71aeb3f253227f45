using System.Collections;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>Writes one row for each row of a source, over the row with the same id where there is one.</summary>
/// <param name="table">The table; its key is <c>Id</c>.</param>
/// <param name="source">Common table expressions, the last of which is called <c>source</c>.</param>
internal sealed class SeedStatement(string table, string source) : IEnumerable<string>
{
    private readonly List<(string Column, string Value, string Update)> _columns = [];

    /// <param name="column">The column's name.</param>
    /// <param name="value">An SQL expression over the source.</param>
    /// <param name="update">What a row that is there already gets instead, or null for the same.</param>
    public void Add(string column, string value, string? update = null) =>
        _columns.Add((column, value, update ?? $"excluded.\"{column}\""));

    public IEnumerator<string> GetEnumerator() => _columns.Select(column => column.Column).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // WHERE TRUE: without it, SQLite takes ON for the beginning of a join.
    public override string ToString() => $"""
        WITH RECURSIVE {source}
        INSERT INTO "{table}" ({string.Join(", ", _columns.Select(column => $"\"{column.Column}\""))})
        SELECT {string.Join(",\n    ", _columns.Select(column => column.Value))}
        FROM source
        WHERE TRUE
        ON CONFLICT ("Id") DO UPDATE SET {string.Join(", ", _columns.Where(column => column.Column != "Id").Select(column => $"\"{column.Column}\" = {column.Update}"))}
        """;
}
