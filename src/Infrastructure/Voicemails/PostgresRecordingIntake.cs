using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.RecordRecording;
using MaskedVoicemail.Infrastructure.Operations;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>
/// One statement and one commit for all reports that came in together (docs/decisions/0018). It changes a row as
/// <see cref="Domain.Voicemails.Voicemail.Record"/> does.
/// </summary>
internal sealed class PostgresRecordingIntake : IRecordingIntake
{
    /// <remarks>
    /// First the calls are locked, which keeps other reports on them waiting, then their subscriptions: the order of every transaction here. The second
    /// locks show the messages and subscriptions as they are then, not as they were when the statement began (READ COMMITTED).
    /// </remarks>
    private const string Record = """
        WITH report AS MATERIALIZED (
            SELECT r.*, c."Id", c."SubscriptionId", c."NumberId"
            FROM unnest($1, $2, $3, $4) WITH ORDINALITY AS r("CallSid", "RecordingSid", "Seconds", "Now", "Position")
            JOIN "Calls" c ON c."Sid" = r."CallSid"
            ORDER BY c."Id"
            FOR NO KEY UPDATE OF c
        ), line AS MATERIALIZED (
            SELECT report.*, s."VoicemailsUsed", s."VoicemailQuota", s."PeriodStart",
                n."Forwarding_IsTranscribed" AND n."Forwarding_Language" = ANY($5) AS "IsTranscribed"
            FROM report
            JOIN "Voicemails" v ON v."Id" = report."Id"
            JOIN "Subscriptions" s ON s."Id" = report."SubscriptionId"
            JOIN "MaskedNumbers" n ON n."Id" = report."NumberId"
            WHERE v."Status" = 'Expected' AND v."RecordingSid" IS NULL AND s."PeriodEnd" > report."Now"
                AND NOT EXISTS (SELECT 1 FROM "Voicemails" other WHERE other."RecordingSid" = report."RecordingSid")
            ORDER BY s."Id", report."Position"
            FOR NO KEY UPDATE OF s, v
        ), decided AS MATERIALIZED (
            SELECT line.*, "VoicemailsUsed" + ROW_NUMBER() OVER (PARTITION BY "SubscriptionId" ORDER BY "Position") <= "VoicemailQuota" AS "IsPaid"
            FROM line
        ), message AS (
            UPDATE "Voicemails" v SET
                "Status" = 'Recorded', "RecordingSid" = d."RecordingSid", "DurationSeconds" = d."Seconds", "RecordedAt" = d."Now",
                "IsSealed" = NOT d."IsPaid", "Unit" = CASE WHEN d."IsPaid" THEN 'Charged' ELSE 'None' END,
                "PeriodStart" = CASE WHEN d."IsPaid" THEN d."PeriodStart" END,
                "Transcription" = CASE WHEN d."IsTranscribed" AND v."Transcription" = 'None' THEN 'Pending' ELSE v."Transcription" END
            FROM decided d
            WHERE v."Id" = d."Id"
        ), unit AS (
            UPDATE "Subscriptions" s SET "VoicemailsUsed" = s."VoicemailsUsed" + taken."Count"
            FROM (SELECT "SubscriptionId", COUNT(*)::int AS "Count" FROM decided WHERE "IsPaid" GROUP BY "SubscriptionId") taken
            WHERE s."Id" = taken."SubscriptionId"
        ), step AS (
            INSERT INTO "BackgroundSteps" ("VoicemailId", "Kind", "State", "DueAt", "Attempts", "CreatedAt", "Run")
            SELECT "Id", 'FetchAudio', 'Due', "Now", 0, "Now", 0 FROM decided
        )
        SELECT "Position" FROM decided
        """;

    private readonly IntakeConnections _connections;
    private readonly string[] _languages;
    private readonly SharedCommits<FinishedRecording, bool> _commits;

    public PostgresRecordingIntake(IntakeConnections connections, Crowd crowd, IOptions<TranscriptionOptions> transcription)
    {
        _connections = connections;
        _languages = [.. transcription.Value.Languages.Select(language => language.ToString())];
        _commits = new SharedCommits<FinishedRecording, bool>(recording => recording.CallSid, RecordAsync, crowd);
    }

    public Task<bool> RecordAsync(FinishedRecording recording, DateTimeOffset now, CancellationToken cancellationToken) =>
        _commits.DecideAsync(recording, now, cancellationToken);

    private async Task<bool[]> RecordAsync(IReadOnlyList<Pending<FinishedRecording, bool>> recordings, bool isPatient)
    {
        var decisions = new bool[recordings.Count];
        var statement = new NpgsqlBatchCommand(Record)
        {
            Parameters =
            {
                IntakeConnections.Column(recordings, NpgsqlDbType.Text, recording => recording.Item.CallSid),
                IntakeConnections.Column(recordings, NpgsqlDbType.Text, recording => recording.Item.RecordingSid),
                IntakeConnections.Column(recordings, NpgsqlDbType.Integer, recording => recording.Item.DurationSeconds),
                IntakeConnections.Column(recordings, NpgsqlDbType.TimestampTz, recording => recording.ArrivedAt.UtcDateTime),
                new NpgsqlParameter<string[]> { NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text, TypedValue = _languages },
            },
        };
        await _connections.ExecuteAsync(statement, isPatient, row => decisions[(int)row.GetInt64(0) - 1] = true);
        return decisions;
    }
}
