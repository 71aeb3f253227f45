using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Infrastructure.Operations;
using MaskedVoicemail.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>
/// One statement and one commit for all calls that came in together (docs/decisions/0018). The subscriptions' rows are locked: calls of one subscription
/// are decided one after another, and each sees what its predecessor left of the quota. A call that is in the books takes no unit again.
/// </summary>
internal sealed class PostgresCallIntake : ICallIntake
{
    /// <summary>A call <c>c</c>, its number <c>n</c> and the subscription <c>s</c>.</summary>
    private const string Line = $"""
        SELECT {CallIntakeSql.Settings}, n."Id", n."OwnerId", n."SubscriptionId", s."PeriodStart", s."PeriodEnd" <= c."Now" AS "IsOver", c.*,
            (SELECT known."Route" FROM "Calls" known WHERE known."Sid" = c."Sid") AS "KnownRoute"
        """;

    /// <summary>Not in the books yet, and in a period that is still running.</summary>
    private const string IsNew = """
        "KnownRoute" IS NULL AND NOT "IsOver"
        """;

    private const string Lookup = """
        JOIN "MaskedNumbers" n ON n."Number" = c."To" AND n."ReleasedAt" IS NULL
        JOIN "Subscriptions" s ON s."Id" = n."SubscriptionId"
        """;

    /// <summary>What is written of the calls that are <c>decided</c>, apart from their units.</summary>
    private const string Enter = $"""
        call AS (
            INSERT INTO "Calls" ({CallIntakeSql.CallColumns})
            SELECT "CallId", "Sid", "Id", "OwnerId", "SubscriptionId", "CallerId", "CallerName", "Route", "Now",
                CASE "Route" WHEN 'Forward' THEN 'Reserved' ELSE 'None' END, "PeriodStart",
                CASE "Route" WHEN 'Forward' THEN 'InProgress' WHEN 'SubscriptionInactive' THEN 'Refused' ELSE 'Missed' END
            FROM decided
            WHERE {IsNew}
        ), message AS (
            INSERT INTO "Voicemails" ({CallIntakeSql.VoicemailColumns})
            SELECT "CallId", "CallId", "Id", "OwnerId", "SubscriptionId", "CallerId", "CallerName", "Now", 'Expected', 'None', FALSE, 'None'
            FROM decided
            WHERE {IsNew} AND "Route" NOT IN ('Forward', 'SubscriptionInactive')
        )
        """;

    private const string Answer = $"""
        SELECT {CallIntakeSql.Settings}, "Position", "SubscriptionId", "IsOver", COALESCE("KnownRoute", "Route")
        FROM decided n
        """;

    /// <remarks>
    /// The locks are taken in the order of ids, so that batches of two nodes never wait for each other, and they show the subscription as it is then,
    /// not as it was when the statement began (READ COMMITTED). A call that another node enters meanwhile violates the key of SIDs; nothing of the
    /// batch is kept then, and the second attempt finds the call in the books.
    /// </remarks>
    private const string AcceptMany = $"""
        WITH line AS MATERIALIZED (
            {Line}, s."ForwardingUsed", s."ForwardingQuota", {CallIntakeSql.Route} AS "Wish"
            FROM unnest($1, $2, $3, $4, $5, $6, $7, $8) WITH ORDINALITY
                AS c("CallId", "Sid", "To", "CallerId", "CallerNumber", "CallerName", "ForwardedFrom", "Now", "Position")
            {Lookup}
            ORDER BY s."Id", c."Position"
            FOR NO KEY UPDATE OF s
        ), decided AS MATERIALIZED (
            SELECT line.*, CASE
                WHEN "Wish" = 'Forward' AND "ForwardingUsed" + ROW_NUMBER() OVER (
                    PARTITION BY "SubscriptionId", "Wish" = 'Forward' AND {IsNew} ORDER BY "Position") > "ForwardingQuota"
                THEN 'QuotaUsedUp'
                ELSE "Wish"
            END AS "Route"
            FROM line
        ), unit AS (
            UPDATE "Subscriptions" s SET "ForwardingUsed" = s."ForwardingUsed" + taken."Count"
            FROM (SELECT "SubscriptionId", COUNT(*)::int AS "Count" FROM decided WHERE {IsNew} AND "Route" = 'Forward' GROUP BY "SubscriptionId") taken
            WHERE s."Id" = taken."SubscriptionId"
        ), {Enter}
        {Answer}
        """;

    /// <summary>The same for a call that came in alone, as most do. There is nothing to number, to sort or to count.</summary>
    private const string AcceptOne = $"""
        WITH decided AS MATERIALIZED (
            {Line}, {CallIntakeSql.Route} AS "Route"
            FROM (SELECT $1 AS "CallId", $2 AS "Sid", $3 AS "To", $4 AS "CallerId", $5 AS "CallerNumber", $6 AS "CallerName", $7 AS "ForwardedFrom",
                $8 AS "Now", 1::bigint AS "Position") c
            {Lookup}
            FOR NO KEY UPDATE OF s
        ), unit AS (
            UPDATE "Subscriptions" s SET "ForwardingUsed" = s."ForwardingUsed" + 1
            FROM decided
            WHERE s."Id" = "SubscriptionId" AND {IsNew} AND "Route" = 'Forward'
        ), {Enter}
        {Answer}
        """;

    private readonly IntakeConnections _connections;
    private readonly SharedCommits<IncomingCall, CallIntake> _commits;

    public PostgresCallIntake(IntakeConnections connections, Crowd crowd)
    {
        _connections = connections;
        _commits = new SharedCommits<IncomingCall, CallIntake>(call => call.Sid, DecideAsync, crowd);
    }

    public Task<CallIntake> AcceptAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken) =>
        _commits.DecideAsync(call, now, cancellationToken);

    private async Task<CallIntake[]> DecideAsync(IReadOnlyList<Pending<IncomingCall, CallIntake>> calls, bool isPatient)
    {
        var decisions = new CallIntake[calls.Count];
        Array.Fill(decisions, CallIntake.UnknownNumber.Instance);
        var statement = new NpgsqlBatchCommand(calls.Count == 1 ? AcceptOne : AcceptMany)
        {
            Parameters =
            {
                Parameter(calls, NpgsqlDbType.Uuid, call => CallId.New(call.ArrivedAt).Value),
                Parameter(calls, NpgsqlDbType.Text, call => call.Item.Sid),
                Parameter(calls, NpgsqlDbType.Text, call => call.Item.To.E164),
                Parameter(calls, NpgsqlDbType.Text, call => call.Item.Caller.Raw),
                Parameter(calls, NpgsqlDbType.Text, call => call.Item.Caller.Number?.E164),
                Parameter(calls, NpgsqlDbType.Text, call => call.Item.CallerName),
                Parameter(calls, NpgsqlDbType.Text, call => call.Item.ForwardedFrom),
                Parameter(calls, NpgsqlDbType.TimestampTz, call => call.ArrivedAt.UtcDateTime),
            },
        };
        await _connections.ExecuteAsync(
            statement,
            isPatient,
            line => decisions[(int)line.GetInt64(LineReader.Next) - 1] = line.GetBoolean(LineReader.Next + 2)
                ? new CallIntake.PeriodOver(new SubscriptionId(line.GetGuid(LineReader.Next + 1)))
                : line.ReadAccepted(Enum.Parse<CallRoute>(line.GetString(LineReader.Next + 3))));
        return decisions;
    }

    /// <summary>A value where there is one call, a column for <c>unnest</c> where there are several.</summary>
    private static NpgsqlParameter Parameter<T>(
        IReadOnlyList<Pending<IncomingCall, CallIntake>> calls, NpgsqlDbType type, Func<Pending<IncomingCall, CallIntake>, T> read) => calls is [var lone]
            ? new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = read(lone) }
            : IntakeConnections.Column(calls, type, read);
}
