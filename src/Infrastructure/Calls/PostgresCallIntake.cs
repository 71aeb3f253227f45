using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Subscriptions;
using Npgsql;
using NpgsqlTypes;

namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>
/// One round trip and one commit for all calls that came in together (docs/decisions/0018). The subscriptions' rows are locked first: calls of one
/// subscription are decided one after another, and each sees what its predecessor left of the quota. A repeated call SID inserts nothing, so it takes
/// no unit either.
/// </summary>
internal sealed class PostgresCallIntake : ICallIntake
{
    /// <summary>A subscription that somebody else holds must not keep the other calls of a batch waiting: then each is decided by itself.</summary>
    private const string WaitBriefly = "SELECT set_config('lock_timeout', '250ms', TRUE)";

    /// <summary>In the order of ids, so that batches of two nodes never wait for each other. The next statement sees what its predecessors committed.</summary>
    private const string Lock = """
        SELECT COUNT(*) FROM (
            SELECT 1 FROM "Subscriptions"
            WHERE "Id" IN (SELECT "SubscriptionId" FROM "MaskedNumbers" WHERE "Number" = ANY(@to) AND "ReleasedAt" IS NULL)
            ORDER BY "Id"
            FOR UPDATE
        ) locked
        """;

    private const string Accept = $"""
        WITH line AS MATERIALIZED (
            SELECT {CallIntakeSql.Settings}, n."Id", n."OwnerId", n."SubscriptionId", s."PeriodStart", s."PeriodEnd" <= c."Now" AS "IsOver",
                s."ForwardingUsed", s."ForwardingQuota", c.*, known."Route" AS "KnownRoute", {CallIntakeSql.Route} AS "Wish"
            FROM unnest(@id, @sid, @to, @callerId, @caller, @callerName, @forwardedFrom, @now) WITH ORDINALITY
                AS c("CallId", "Sid", "To", "CallerId", "CallerNumber", "CallerName", "ForwardedFrom", "Now", "Position")
            JOIN "MaskedNumbers" n ON n."Number" = c."To" AND n."ReleasedAt" IS NULL
            JOIN "Subscriptions" s ON s."Id" = n."SubscriptionId"
            LEFT JOIN "Calls" known ON known."Sid" = c."Sid"
            FOR UPDATE OF s
        ), decided AS MATERIALIZED (
            SELECT line.*, CASE
                WHEN "Wish" = 'Forward' AND "ForwardingUsed" + ROW_NUMBER() OVER (
                    PARTITION BY "SubscriptionId", "Wish" = 'Forward' AND "KnownRoute" IS NULL AND NOT "IsOver" ORDER BY "Position") > "ForwardingQuota"
                THEN 'QuotaUsedUp'
                ELSE "Wish"
            END AS "Route"
            FROM line
        ), call AS (
            INSERT INTO "Calls" ({CallIntakeSql.CallColumns})
            SELECT "CallId", "Sid", "Id", "OwnerId", "SubscriptionId", "CallerId", "CallerName", "Route", "Now",
                CASE "Route" WHEN 'Forward' THEN 'Reserved' ELSE 'None' END, "PeriodStart",
                CASE "Route" WHEN 'Forward' THEN 'InProgress' WHEN 'SubscriptionInactive' THEN 'Refused' ELSE 'Missed' END
            FROM decided
            WHERE "KnownRoute" IS NULL AND NOT "IsOver"
            ON CONFLICT ("Sid") DO NOTHING
            RETURNING "Id", "Route", "SubscriptionId", "NumberId", "OwnerId", "Caller", "CallerName", "StartedAt"
        ), unit AS (
            UPDATE "Subscriptions" s SET "ForwardingUsed" = s."ForwardingUsed" + taken."Count"
            FROM (SELECT "SubscriptionId", COUNT(*)::int AS "Count" FROM call WHERE "Route" = 'Forward' GROUP BY "SubscriptionId") taken
            WHERE s."Id" = taken."SubscriptionId"
        ), message AS (
            INSERT INTO "Voicemails" ({CallIntakeSql.VoicemailColumns})
            SELECT "Id", "Id", "NumberId", "OwnerId", "SubscriptionId", "Caller", "CallerName", "StartedAt", 'Expected', 'None', FALSE, 'None'
            FROM call
            WHERE "Route" NOT IN ('Forward', 'SubscriptionInactive')
        )
        SELECT {CallIntakeSql.Settings}, "Position", n."SubscriptionId", "IsOver", COALESCE("KnownRoute", call."Route")
        FROM decided n
        LEFT JOIN call ON call."Id" = n."CallId"
        """;

    private const string Known = """SELECT "Route" FROM "Calls" WHERE "Sid" = $1""";

    /// <summary>While one batch is being written to disk, the next one is decided.</summary>
    private const int Places = 2;

    /// <summary>Nobody waits for so long. A server that has gone silent must not hold the places.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly NpgsqlDataSource _dataSource;
    private readonly CallBatches _batches;

    public PostgresCallIntake(NpgsqlDataSource dataSource)
    {
        _dataSource = dataSource;
        _batches = new CallBatches(DecideAsync, Places);
    }

    public Task<CallIntake> AcceptAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken) =>
        _batches.DecideAsync(call, now, cancellationToken);

    private async Task DecideAsync(IReadOnlyList<PendingCall> calls)
    {
        using var patience = new CancellationTokenSource(Patience);
        var decisions = new CallIntake[calls.Count];
        Array.Fill(decisions, new CallIntake.UnknownNumber());
        List<(int Index, CallIntake.Accepted Line)>? repeated = null;
        await using (var batch = _dataSource.CreateBatch())
        {
            Write(batch, calls);
            await using var line = await batch.ExecuteReaderAsync(patience.Token);
            for (var before = 1; before < batch.BatchCommands.Count; before++)
            {
                await line.NextResultAsync(patience.Token);
            }

            while (await line.ReadAsync(patience.Token))
            {
                var index = (int)line.GetInt64(LineReader.Next) - 1;
                if (line.GetBoolean(LineReader.Next + 2))
                {
                    decisions[index] = new CallIntake.PeriodOver(new SubscriptionId(line.GetGuid(LineReader.Next + 1)));
                }
                else if (!line.IsDBNull(LineReader.Next + 3))
                {
                    decisions[index] = line.ReadAccepted(Enum.Parse<CallRoute>(line.GetString(LineReader.Next + 3)));
                }
                else
                {
                    (repeated ??= []).Add((index, line.ReadAccepted(default)));
                }
            }

            // To the very end: only then is it committed.
            await line.NextResultAsync(patience.Token);
        }

        // Entered by another node at this very moment: Twilio asks again, and gets the answer of the first time.
        foreach (var (index, line) in repeated ?? [])
        {
            await using var known = _dataSource.CreateCommand(Known);
            known.Parameters.Add(new NpgsqlParameter<string> { TypedValue = calls[index].Call.Sid });
            decisions[index] = line with { Route = Enum.Parse<CallRoute>((string)(await known.ExecuteScalarAsync(patience.Token))!) };
        }

        for (var index = 0; index < decisions.Length; index++)
        {
            calls[index].Decide(decisions[index]);
        }
    }

    private static void Write(NpgsqlBatch batch, IReadOnlyList<PendingCall> calls)
    {
        var to = Column(calls, call => call.Call.To.E164);
        if (calls.Count > 1)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(WaitBriefly));
            batch.BatchCommands.Add(new NpgsqlBatchCommand(Lock) { Parameters = { Texts("to", to) } });
        }

        batch.BatchCommands.Add(new NpgsqlBatchCommand(Accept)
        {
            Parameters =
            {
                new NpgsqlParameter<Guid[]>("id", NpgsqlDbType.Array | NpgsqlDbType.Uuid) { TypedValue = Column(calls, call => CallId.New(call.Now).Value) },
                Texts("sid", Column(calls, call => call.Call.Sid)),
                Texts("to", to),
                Texts("callerId", Column(calls, call => call.Call.Caller.Raw)),
                Texts("caller", Column(calls, call => call.Call.Caller.Number?.E164)),
                Texts("callerName", Column(calls, call => call.Call.CallerName)),
                Texts("forwardedFrom", Column(calls, call => call.Call.ForwardedFrom)),
                new NpgsqlParameter<DateTime[]>("now", NpgsqlDbType.Array | NpgsqlDbType.TimestampTz) { TypedValue = Column(calls, call => call.Now.UtcDateTime) },
            },
        });
    }

    private static T[] Column<T>(IReadOnlyList<PendingCall> calls, Func<PendingCall, T> read)
    {
        var column = new T[calls.Count];
        for (var index = 0; index < column.Length; index++)
        {
            column[index] = read(calls[index]);
        }

        return column;
    }

    private static NpgsqlParameter<string?[]> Texts(string name, string?[] values) => new(name, NpgsqlDbType.Array | NpgsqlDbType.Text) { TypedValue = values };
}
