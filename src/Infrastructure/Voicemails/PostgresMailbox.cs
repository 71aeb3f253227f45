using MaskedVoicemail.Application.Accounts.GetPageNews;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>
/// A page in one round trip (docs/decisions/0022-a-page-in-one-round-trip.md). It reads what <c>Mailbox</c>, <c>OwnVoicemails</c> and
/// <see cref="GetPageNewsQuery"/> say in LINQ.
/// </summary>
internal sealed class PostgresMailbox(NpgsqlDataSource database) : IMailbox
{
    /// <summary>
    /// For this batch alone. PostgreSQL plans for the very owner otherwise, each time, which takes longer than reading. And it takes a mailbox for one of
    /// average size, which it would read and sort as a whole: an index is walked in its order, until a page is full.
    /// </summary>
    private const string PlanOnceAndWalk = """
        SELECT set_config('plan_cache_mode', 'force_generic_plan', TRUE), set_config('enable_bitmapscan', 'off', TRUE), set_config('enable_seqscan', 'off', TRUE)
        """;

    /// <summary>With a recording, or where one was lost: the messages that their owner sees.</summary>
    private const string IsShown = """v."Status" IN ('Recorded', 'Stored', 'Ready', 'Failed')""";

    private const string IsInInbox = """v."ArchivedAt" IS NULL AND v."DeletedAt" IS NULL""";

    private const string Numbers = """
        SELECT n."Id", n."Number" FROM "MaskedNumbers" n WHERE n."OwnerId" = $1 ORDER BY n."CreatedAt"
        """;

    /// <summary>
    /// A message's number, where it belongs to somebody else by now. The owner's are read anyway: looking them up again for each message took a sixth of
    /// the time that the messages took.
    /// </summary>
    private const string NumberOfOthers = """
        CASE WHEN v."NumberId" <> ALL (ARRAY(SELECT n."Id" FROM "MaskedNumbers" n WHERE n."OwnerId" = $1))
            THEN (SELECT n."Number" FROM "MaskedNumbers" n WHERE n."Id" = v."NumberId") END
        """;

    private const string News = $"""
        SELECT
            (SELECT COUNT(*)::int FROM (
                SELECT 1 FROM "Voicemails" v
                WHERE v."OwnerId" = $1 AND {IsShown} AND {IsInInbox} AND v."HeardAt" IS NULL AND NOT v."IsSealed"
                ORDER BY v."ReceivedAt" DESC, v."Id" DESC
                LIMIT $2) counted),
            EXISTS (
                SELECT 1 FROM "SuppressedAddresses" a
                WHERE a."LiftedAt" IS NULL AND a."Address" IN (
                    SELECT LOWER(s."Email") FROM "Subscribers" s WHERE s."Id" = $1
                    UNION ALL
                    SELECT LOWER(n."Forwarding_EmailForVoicemail") FROM "MaskedNumbers" n
                    WHERE n."OwnerId" = $1 AND n."ReleasedAt" IS NULL AND n."Forwarding_EmailForVoicemail" IS NOT NULL))
        """;

    private const string Audio = $"""
        SELECT v."AudioContentType", v."AudioSha256", v."ReceivedAt" FROM "Voicemails" v
        WHERE v."Id" = $1 AND v."OwnerId" = $2 AND {IsShown} AND NOT v."IsSealed" AND v."AudioContentType" IS NOT NULL AND v."AudioSha256" IS NOT NULL
        """;

    private static readonly PageTurn FromTheNewest = new(new PagePosition(DateTimeOffset.MaxValue, Guid.AllBitsSet), IsToNewer: false);

    private static readonly Dictionary<(VoicemailFolder Folder, bool IsToNewer), string> Messages =
        Enum.GetValues<VoicemailFolder>().SelectMany(folder => new[] { (folder, false), (folder, true) }).ToDictionary(shape => shape, MessagesIn);

    public Task<MailboxReading> ReadAsync(MailboxPart part, PageTurn? turn, int count, CancellationToken cancellationToken) => CutShortCommands.RunAsync(
        database,
        async connection =>
        {
            await using var batch = connection.CreateBatch();
            AddStatements(batch.BatchCommands, part, turn ?? FromTheNewest, count);
            await using var row = await batch.ExecuteReaderAsync(cancellationToken);
            await row.NextResultAsync(cancellationToken);
            var numbers = await ReadAllAsync(row, ReadNumber, cancellationToken);
            var items = await ReadAllAsync(row, message => ReadItem(message, numbers), cancellationToken);
            await row.ReadAsync(cancellationToken);
            return new MailboxReading(items, numbers, new PageNews(row.GetInt32(0), row.GetBoolean(1)));
        },
        cancellationToken);

    public Task<AudioEntry?> FindAudioAsync(SubscriberId owner, VoicemailId id, CancellationToken cancellationToken) => CutShortCommands.RunAsync(
        database,
        async connection =>
        {
            await using var command = new NpgsqlCommand(Audio, connection) { Parameters = { Value(id.Value), Value(owner.Value) } };
            await using var row = await command.ExecuteReaderAsync(cancellationToken);
            return await row.ReadAsync(cancellationToken)
                ? new AudioEntry(row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2))
                : null;
        },
        cancellationToken);

    private static void AddStatements(NpgsqlBatchCommandCollection statements, MailboxPart part, PageTurn turn, int count)
    {
        statements.Add(new NpgsqlBatchCommand(PlanOnceAndWalk));
        statements.Add(new NpgsqlBatchCommand(Numbers) { Parameters = { Value(part.Owner.Value) } });
        statements.Add(new NpgsqlBatchCommand(Messages[(part.Folder, turn.IsToNewer)])
        {
            Parameters =
            {
                Value(part.Owner.Value),
                Value(turn.From.At),
                Value(turn.From.Id),
                new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = part.Number?.Value ?? (object)DBNull.Value },
                Value(count),
            },
        });
        statements.Add(new NpgsqlBatchCommand(News) { Parameters = { Value(part.Owner.Value), Value(PageNews.MostCounted + 1) } });
    }

    private static string MessagesIn((VoicemailFolder Folder, bool IsToNewer) shape)
    {
        var isInFolder = shape.Folder switch
        {
            VoicemailFolder.Archived => """v."ArchivedAt" IS NOT NULL AND v."DeletedAt" IS NULL""",
            VoicemailFolder.Deleted => """v."DeletedAt" IS NOT NULL""",
            _ => IsInInbox,
        };
        var (behind, order) = shape.IsToNewer ? (">", "ASC") : ("<", "DESC");
        return $"""
            SELECT v."Id", v."Caller", v."CallerName", v."NumberId", {NumberOfOthers}, v."ReceivedAt",
                v."DurationSeconds", v."Status", v."RecordedAt", v."IsSealed",
                CASE WHEN v."IsSealed" THEN (SELECT s."PeriodEnd" FROM "Subscriptions" s WHERE s."Id" = v."SubscriptionId") END,
                v."Transcription", CASE WHEN NOT v."IsSealed" THEN SUBSTRING(v."Transcript", 1, {IMailbox.PreviewLength}) END,
                v."HeardAt", v."ArchivedAt", v."DeletedAt"
            FROM "Voicemails" v
            WHERE v."OwnerId" = $1 AND {IsShown} AND {isInFolder}
                AND (v."ReceivedAt", v."Id") {behind} ($2, $3) AND ($4::uuid IS NULL OR v."NumberId" = $4)
            ORDER BY v."ReceivedAt" {order}, v."Id" {order}
            LIMIT $5
            """;
    }

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    /// <summary>Reads the rows of one statement and goes on to the next.</summary>
    private static async Task<List<T>> ReadAllAsync<T>(NpgsqlDataReader row, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        while (await row.ReadAsync(cancellationToken))
        {
            all.Add(read(row));
        }

        await row.NextResultAsync(cancellationToken);
        return all;
    }

    /// <param name="row">A message.</param>
    /// <param name="own">The numbers of its owner.</param>
    private static VoicemailItem ReadItem(NpgsqlDataReader row, List<MailboxNumber> own) => new()
    {
        Id = new VoicemailId(row.GetGuid(0)),
        Caller = Caller.FromRaw(row.GetString(1)),
        CallerName = row.IsDBNull(2) ? null : row.GetString(2),
        Number = row.IsDBNull(4) ? NumberIn(own, row.GetGuid(3)) : PhoneNumber.Parse(row.GetString(4)),
        ReceivedAt = row.GetFieldValue<DateTimeOffset>(5),
        DurationSeconds = row.IsDBNull(6) ? null : row.GetInt32(6),
        Status = Enum.Parse<VoicemailStatus>(row.GetString(7)),
        RecordedAt = ReadInstant(row, 8),
        IsSealed = row.GetBoolean(9),
        OpensAt = ReadInstant(row, 10),
        Transcription = Enum.Parse<TranscriptionStatus>(row.GetString(11)),
        Transcript = row.IsDBNull(12) ? null : row.GetString(12),
        HeardAt = ReadInstant(row, 13),
        ArchivedAt = ReadInstant(row, 14),
        DeletedAt = ReadInstant(row, 15),
    };

    private static PhoneNumber? NumberIn(List<MailboxNumber> numbers, Guid id) => numbers.Find(number => number.Id.Value == id)?.Number;

    private static MailboxNumber ReadNumber(NpgsqlDataReader row) => new(new MaskedNumberId(row.GetGuid(0)), PhoneNumber.Parse(row.GetString(1)));

    private static DateTimeOffset? ReadInstant(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
}
