using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.RecordRecording;
using MaskedVoicemail.Infrastructure.Operations;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>
/// The same in a few statements. Reports that come in together share a transaction, and a queue here instead of the lock of the file. It changes a row
/// as <see cref="Domain.Voicemails.Voicemail.Record"/> does.
/// </summary>
internal sealed class SqliteRecordingIntake : IRecordingIntake
{
    private const string Find = """
        SELECT v."Id", s."Id", s."VoicemailsUsed" < s."VoicemailQuota", s."PeriodStart",
            CASE WHEN n."Forwarding_IsTranscribed" AND instr(@languages, n."Forwarding_Language") > 0 AND v."Transcription" = 'None' THEN 'Pending' ELSE v."Transcription" END
        FROM "Calls" c
        JOIN "Voicemails" v ON v."Id" = c."Id"
        JOIN "Subscriptions" s ON s."Id" = c."SubscriptionId"
        JOIN "MaskedNumbers" n ON n."Id" = c."NumberId"
        WHERE c."Sid" = @call AND v."Status" = 'Expected' AND v."RecordingSid" IS NULL AND s."PeriodEnd" > @now
            AND NOT EXISTS (SELECT 1 FROM "Voicemails" other WHERE other."RecordingSid" = @recording)
        """;

    private const string Record = """
        UPDATE "Voicemails" SET
            "Status" = 'Recorded', "RecordingSid" = @recording, "DurationSeconds" = @seconds, "RecordedAt" = @now,
            "IsSealed" = NOT @paid, "Unit" = CASE WHEN @paid THEN 'Charged' ELSE 'None' END, "PeriodStart" = CASE WHEN @paid THEN @period END,
            "Transcription" = @transcription
        WHERE "Id" = @id;
        UPDATE "Subscriptions" SET "VoicemailsUsed" = "VoicemailsUsed" + 1 WHERE "Id" = @subscription AND @paid;
        INSERT INTO "BackgroundSteps" ("VoicemailId", "Kind", "State", "DueAt", "Attempts", "CreatedAt", "Run")
        VALUES (@id, 'FetchAudio', 'Due', @now, 0, @now, 0);
        """;

    private readonly string _languages;
    private readonly SharedCommits<FinishedRecording, bool> _commits;

    public SqliteRecordingIntake(SqliteConnections connections, Crowd crowd, IOptions<TranscriptionOptions> transcription)
    {
        _languages = string.Join(' ', transcription.Value.Languages);
        _commits = new SharedCommits<FinishedRecording, bool>(recording => recording.CallSid, (batch, _) => connections.DecideAsync(batch, RecordAsync), crowd);
    }

    public Task<bool> RecordAsync(FinishedRecording recording, DateTimeOffset now, CancellationToken cancellationToken) =>
        _commits.DecideAsync(recording, now, cancellationToken);

    private async Task<bool> RecordAsync(SqliteConnection connection, SqliteTransaction transaction, FinishedRecording recording, DateTimeOffset now)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.Parameters.AddWithValue("@call", recording.CallSid);
        command.Parameters.AddWithValue("@recording", recording.RecordingSid);
        command.Parameters.AddWithValue("@now", now.UtcTicks);
        command.Parameters.AddWithValue("@languages", _languages);
        command.CommandText = Find;
        await using (var line = await command.ExecuteReaderAsync())
        {
            if (!await line.ReadAsync())
            {
                return false;
            }

            command.Parameters.AddWithValue("@id", line.GetValue(0));
            command.Parameters.AddWithValue("@subscription", line.GetValue(1));
            command.Parameters.AddWithValue("@paid", line.GetBoolean(2));
            command.Parameters.AddWithValue("@period", line.GetInt64(3));
            command.Parameters.AddWithValue("@transcription", line.GetString(4));
        }

        command.Parameters.AddWithValue("@seconds", (object?)recording.DurationSeconds ?? DBNull.Value);
        command.CommandText = Record;
        await command.ExecuteNonQueryAsync();
        return true;
    }
}
