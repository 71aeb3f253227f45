using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace MaskedVoicemail.Infrastructure.Seeding;

internal sealed class SqliteSeedDialect : SeedDialect
{
    private const int ConstraintUnique = 2067;

    public override string Analyze => "PRAGMA optimize";

    public override string Digits(string number, int width) => $"printf('%0{width}d', {number})";

    public override string Id(SeedKind kind, string owner, string index)
    {
        var time = $"({SeedId.Epoch} + {owner} + {index})";
        var format = string.Create(CultureInfo.InvariantCulture, $"%08X-%04X-7{(int)kind:X3}-8000-%06X%06X");
        return $"printf('{format}', {time} >> 16, {time} & 65535, {index}, {owner})";
    }

    /// <summary>Times are stored as ticks.</summary>
    public override object ToParameter(object value) => value switch
    {
        DateTimeOffset instant => instant.UtcTicks,
        TimeSpan duration => duration.Ticks,
        _ => value,
    };

    public override bool IsDuplicate(DbException exception) => exception is SqliteException { SqliteExtendedErrorCode: ConstraintUnique };
}
