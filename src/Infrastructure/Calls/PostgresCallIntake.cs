using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using Npgsql;
using NpgsqlTypes;

namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>
/// One statement, one round trip. The subscription's row is locked first: calls of one subscription are decided one after another,
/// and each sees what its predecessor left of the quota. A repeated call sid inserts nothing, so it takes no unit either.
/// </summary>
internal sealed class PostgresCallIntake(NpgsqlDataSource dataSource) : ICallIntake
{
    private const string Accept = $"""
        WITH line AS MATERIALIZED (
            SELECT {CallIntakeSql.Settings}, n."Id", n."OwnerId", n."SubscriptionId", s."PeriodStart", s."PeriodEnd" <= @now AS "IsOver",
                {CallIntakeSql.Route} AS "Route"
            FROM "MaskedNumbers" n
            JOIN "Subscriptions" s ON s."Id" = n."SubscriptionId"
            WHERE n."Number" = @to AND n."ReleasedAt" IS NULL
            FOR UPDATE OF s
        ), call AS (
            INSERT INTO "Calls" ({CallIntakeSql.CallColumns})
            SELECT @id, @sid, "Id", "OwnerId", "SubscriptionId", @callerId, @callerName, "Route", @now,
                CASE "Route" WHEN 'Forward' THEN 'Reserved' ELSE 'None' END, "PeriodStart",
                CASE "Route" WHEN 'Forward' THEN 'InProgress' WHEN 'SubscriptionInactive' THEN 'Refused' ELSE 'Missed' END
            FROM line
            WHERE NOT "IsOver"
            ON CONFLICT ("Sid") DO NOTHING
            RETURNING "Route", "SubscriptionId", "NumberId", "OwnerId"
        ), unit AS (
            UPDATE "Subscriptions" s SET "ForwardingUsed" = s."ForwardingUsed" + 1
            FROM call
            WHERE s."Id" = call."SubscriptionId" AND call."Route" = 'Forward'
        ), message AS (
            INSERT INTO "Voicemails" ({CallIntakeSql.VoicemailColumns})
            SELECT @id, @id, "NumberId", "OwnerId", "SubscriptionId", @callerId, @callerName, @now, 'Expected', 'None', FALSE, 'None'
            FROM call
            WHERE "Route" NOT IN ('Forward', 'SubscriptionInactive')
        )
        SELECT line.*, (SELECT "Route" FROM call) AS "NewRoute" FROM line
        """;

    private const string Known = """SELECT "Route" FROM "Calls" WHERE "Sid" = $1""";

    public async Task<CallIntake> AcceptAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        CallIntake.Accepted repeated;
        await using (var command = dataSource.CreateCommand(Accept))
        {
            var parameters = command.Parameters;
            parameters.Add(new NpgsqlParameter<Guid>("id", CallId.New(now).Value));
            parameters.Add(new NpgsqlParameter<string>("sid", call.Sid));
            parameters.Add(new NpgsqlParameter<string>("to", call.To.E164));
            parameters.Add(new NpgsqlParameter<string>("callerId", call.Caller.Raw));
            parameters.Add(new NpgsqlParameter<DateTime>("now", NpgsqlDbType.TimestampTz) { TypedValue = now.UtcDateTime });
            parameters.Add(Text("caller", call.Caller.Number?.E164));
            parameters.Add(Text("callerName", call.CallerName));
            parameters.Add(Text("forwardedFrom", call.ForwardedFrom));

            await using var line = await command.ExecuteReaderAsync(cancellationToken);
            if (!await line.ReadAsync(cancellationToken))
            {
                return new CallIntake.UnknownNumber();
            }

            if (line.GetBoolean(LineReader.Next + 4))
            {
                return new CallIntake.PeriodOver(new SubscriptionId(line.GetGuid(LineReader.Next + 2)));
            }

            const int newRoute = LineReader.Next + 6;
            if (!line.IsDBNull(newRoute))
            {
                return line.ReadAccepted(Enum.Parse<CallRoute>(line.GetString(newRoute)));
            }

            repeated = line.ReadAccepted(default);
        }

        // Twilio asks again for a call that is in the books: it gets the answer of the first time.
        await using var known = dataSource.CreateCommand(Known);
        known.Parameters.Add(new NpgsqlParameter<string> { TypedValue = call.Sid });
        return repeated with { Route = Enum.Parse<CallRoute>((string)(await known.ExecuteScalarAsync(cancellationToken))!) };
    }

    private static NpgsqlParameter<string?> Text(string name, string? value) => new(name, NpgsqlDbType.Text) { TypedValue = value };
}
