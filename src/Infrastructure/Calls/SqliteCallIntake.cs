using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;

namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>The same decision in a few statements: SQLite runs in this process, so there are no round trips to save, and lets one writer in at a time.</summary>
internal sealed class SqliteCallIntake(SqliteConnections connections) : ICallIntake, IDisposable
{
    private const string Line = $"""
        SELECT {CallIntakeSql.Settings}, n."Id", n."OwnerId", n."SubscriptionId", s."PeriodStart", s."PeriodEnd" <= @now, {CallIntakeSql.Route}
        FROM "MaskedNumbers" n
        JOIN "Subscriptions" s ON s."Id" = n."SubscriptionId"
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

    /// <summary>Calls wait here in the order in which they came: SQLite lets in whoever happens to look first.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<CallIntake> AcceptAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await DecideAsync(call, now, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<CallIntake> DecideAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.Parameters.AddWithValue("@sid", call.Sid);
        command.Parameters.AddWithValue("@to", call.To.E164);
        command.Parameters.AddWithValue("@now", now.UtcTicks);
        command.Parameters.AddWithValue("@caller", (object?)call.Caller.Number?.E164 ?? DBNull.Value);
        command.Parameters.AddWithValue("@forwardedFrom", (object?)call.ForwardedFrom ?? DBNull.Value);

        CallIntake.Accepted accepted;
        command.CommandText = Line;
        await using (var line = await command.ExecuteReaderAsync(cancellationToken))
        {
            if (!await line.ReadAsync(cancellationToken))
            {
                return new CallIntake.UnknownNumber();
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
        if (await command.ExecuteScalarAsync(cancellationToken) is string known)
        {
            return accepted with { Route = Enum.Parse<CallRoute>(known) };
        }

        await WriteAsync(command, call, CallId.New(now), accepted.Route, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return accepted;
    }

    private static async Task WriteAsync(SqliteCommand command, IncomingCall call, CallId id, CallRoute route, CancellationToken cancellationToken)
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
        await command.ExecuteNonQueryAsync(cancellationToken);

        if (route is CallRoute.Forward)
        {
            command.CommandText = TakeUnit;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        else if (route.LeadsToVoicemail())
        {
            command.CommandText = ExpectVoicemail;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}
