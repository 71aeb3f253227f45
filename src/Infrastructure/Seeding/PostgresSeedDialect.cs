using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.Seeding;

internal sealed class PostgresSeedDialect : SeedDialect
{
    public override string Analyze =>
        """ANALYZE "AspNetUsers", "Subscribers", "Subscriptions", "MaskedNumbers", "Calls", "Voicemails" """;

    public override string Digits(string number, int width) => $"lpad({Text(number)}, {width}, '0')";

    public override string Id(SeedKind kind, string owner, string index)
    {
        var fixedPart = string.Create(CultureInfo.InvariantCulture, $"7{(int)kind:x3}8000");
        return $"({Hex($"{SeedId.Epoch} + {owner} + {index}", 12)} || '{fixedPart}' || {Hex(index, 6)} || {Hex(owner, 6)})::uuid";
    }

    public override object ToParameter(object value) => value is DateTimeOffset instant ? instant.UtcDateTime : value;

    public override bool IsDuplicate(DbException exception) => exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static string Hex(string number, int width) => $"lpad(to_hex({number}), {width}, '0')";
}
