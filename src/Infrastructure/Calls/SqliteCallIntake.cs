using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Infrastructure.Operations;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;

namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>
/// The same decision in a few statements: SQLite runs in this process, so there are no round trips to save. It lets one writer in at a time, whoever
/// happens to look first: calls wait here in the order in which they came, and those that came together share a commit.
/// </summary>
internal sealed class SqliteCallIntake : ICallIntake
{
    private const string Line = $"""
        SELECT {CallIntakeSql.Settings}, n."Id", n."OwnerId", n."SubscriptionId", s."PeriodStart", s."PeriodEnd" <= @now, {CallIntakeSql.Route}
        FROM "MaskedNumbers" n
        JOIN "Subscriptions" s ON s."Id" = n."SubscriptionId"
        JOIN (SELECT @caller AS "CallerNumber", @forwardedFrom AS "ForwardedFrom") c
        WHERE n."Number" = @to AND n."ReleasedAt" IS NULL
        """;

    private const string Known = """SELECT "Route" FROM "Calls" WHERE "Sid" = @sid""";

    private const string InsertCall = $"""
        INSERT INTO "Calls" ({CallIntakeSql.CallColumns})
        VALUES (@id, @sid, @number, @owner, @subscription, @callerId, @callerName, @route, @now, @unit, @period, @outcome)
        """;

    private const string TakeUnit = """UPDATE "Subscriptions" SET "ForwardingUsed" = "ForwardingUsed" + 1 WHERE "Id" = @subscription""";

    private const string ExpectVoicemail = $"""
        INSERT INTO "Voicemails" ({CallIntakeSql.VoicemailColumns})
        VALUES (@id, @id, @number, @owner, @subscription, @callerId, @callerName, @now, 'Expected', 'None', 0, 'None')
        """;

    private readonly SharedCommits<IncomingCall, CallIntake> _commits;

    public SqliteCallIntake(SqliteConnections connections, Crowd crowd) =>
        _commits = new SharedCommits<IncomingCall, CallIntake>(call => call.Sid, (batch, _) => connections.DecideAsync(batch, DecideAsync), crowd);

    public Task<CallIntake> AcceptAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken) =>
        _commits.DecideAsync(call, now, cancellationToken);

    private static async Task<CallIntake> DecideAsync(SqliteConnection connection, SqliteTransaction transaction, IncomingCall call, DateTimeOffset now)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.Parameters.AddWithValue("@sid", call.Sid);
        command.Parameters.AddWithValue("@to", call.To.E164);
        command.Parameters.AddWithValue("@now", now.UtcTicks);
        command.Parameters.AddWithValue("@caller", (object?)call.Caller.Number?.E164 ?? DBNull.Value);
        command.Parameters.AddWithValue("@forwardedFrom", (object?)call.ForwardedFrom ?? DBNull.Value);

        CallIntake.Accepted accepted;
        command.CommandText = Line;
        await using (var line = await command.ExecuteReaderAsync())
        {
            if (!await line.ReadAsync())
            {
                return CallIntake.UnknownNumber.Instance;
            }

            if (line.GetBoolean(LineReader.Next + 4))
            {
                return new CallIntake.PeriodOver(new SubscriptionId(line.GetGuid(LineReader.Next + 2)));
            }

            accepted = line.ReadAccepted(Enum.Parse<CallRoute>(line.GetString(LineReader.Next + 5)));
            command.Parameters.AddWithValue("@number", line.GetValue(LineReader.Next));
            command.Parameters.AddWithValue("@owner", line.GetValue(LineReader.Next + 1));
            command.Parameters.AddWithValue("@subscription", line.GetValue(LineReader.Next + 2));
            command.Parameters.AddWithValue("@period", line.GetInt64(LineReader.Next + 3));
        }

        command.CommandText = Known;
        if (await command.ExecuteScalarAsync() is string known)
        {
            return accepted with { Route = Enum.Parse<CallRoute>(known) };
        }

        await WriteAsync(command, call, CallId.New(now), accepted.Route);
        return accepted;
    }

    private static async Task WriteAsync(SqliteCommand command, IncomingCall call, CallId id, CallRoute route)
    {
        var outcome = route switch
        {
            CallRoute.Forward => CallOutcome.InProgress,
            CallRoute.SubscriptionInactive => CallOutcome.Refused,
            _ => CallOutcome.Missed,
        };
        command.Parameters.AddWithValue("@id", id.Value);
        command.Parameters.AddWithValue("@callerId", call.Caller.Raw);
        command.Parameters.AddWithValue("@callerName", (object?)call.CallerName ?? DBNull.Value);
        command.Parameters.AddWithValue("@route", route.ToString());
        command.Parameters.AddWithValue("@unit", (route is CallRoute.Forward ? QuotaUnit.Reserved : QuotaUnit.None).ToString());
        command.Parameters.AddWithValue("@outcome", outcome.ToString());
        command.CommandText = InsertCall;
        await command.ExecuteNonQueryAsync();

        if (route is CallRoute.Forward)
        {
            command.CommandText = TakeUnit;
            await command.ExecuteNonQueryAsync();
        }
        else if (route.LeadsToVoicemail())
        {
            command.CommandText = ExpectVoicemail;
            await command.ExecuteNonQueryAsync();
        }
    }
}
