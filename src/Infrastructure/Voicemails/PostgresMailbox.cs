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
    /// What few messages need: a number that belongs to somebody else by now, and when a sealed one opens. Asked for with every page, it took a fourth of
    /// the time that the messages took.
    /// </summary>
    private const string NumbersById = """
        SELECT n."Id", n."Number" FROM "MaskedNumbers" n WHERE n."Id" = ANY ($1)
        """;

    private const string PeriodEnds = """
        SELECT s."Id", s."PeriodEnd" FROM "Subscriptions" s WHERE s."Id" = ANY ($1)
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
            var (messages, numbers, news) = await ReadPageAsync(connection, part, turn ?? FromTheNewest, count, cancellationToken);
            return new MailboxReading(await CompleteAsync(connection, messages, cancellationToken), numbers, news);
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

    private static async Task<(List<Message> Messages, List<MailboxNumber> Numbers, PageNews News)> ReadPageAsync(
        NpgsqlConnection connection, MailboxPart part, PageTurn turn, int count, CancellationToken cancellationToken)
    {
        await using var batch = connection.CreateBatch();
        AddStatements(batch.BatchCommands, part, turn, count);
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        await row.NextResultAsync(cancellationToken);
        var numbers = await ReadAllAsync(row, ReadNumber, cancellationToken);
        var messages = await ReadAllAsync(row, message => ReadMessage(message, numbers), cancellationToken);
        await row.ReadAsync(cancellationToken);
        return (messages, numbers, new PageNews(row.GetInt32(0), row.GetBoolean(1)));
    }

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

        // Where a text has few bytes, nobody needs to count its characters.
        return $"""
            SELECT v."Id", v."Caller", v."CallerName", v."NumberId", v."SubscriptionId", v."ReceivedAt",
                v."DurationSeconds", v."Status", v."RecordedAt", v."IsSealed", v."Transcription",
                CASE WHEN v."IsSealed" THEN NULL
                    WHEN OCTET_LENGTH(v."Transcript") <= {IMailbox.PreviewLength} THEN v."Transcript"
                    ELSE SUBSTRING(v."Transcript", 1, {IMailbox.PreviewLength}) END,
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

    /// <summary>The messages with what only few of them need; most pages have none of those.</summary>
    private static async Task<List<VoicemailItem>> CompleteAsync(NpgsqlConnection connection, List<Message> messages, CancellationToken cancellationToken)
    {
        if (!messages.Exists(message => message.Item.Number is null || message.Item.IsSealed))
        {
            return messages.ConvertAll(message => message.Item);
        }

        await using var batch = connection.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(NumbersById)
        {
            Parameters = { Value(messages.Where(message => message.Item.Number is null).Select(message => message.Number.Value).Distinct().ToArray()) },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(PeriodEnds)
        {
            Parameters = { Value(messages.Where(message => message.Item.IsSealed).Select(message => message.Subscription).Distinct().ToArray()) },
        });
        await using var row = await batch.ExecuteReaderAsync(cancellationToken);
        var numbers = await ReadAllAsync(row, ReadNumber, cancellationToken);
        var ends = await ReadAllAsync(row, period => (Subscription: period.GetGuid(0), End: period.GetFieldValue<DateTimeOffset>(1)), cancellationToken);
        return messages.ConvertAll(message => message.Item with
        {
            Number = message.Item.Number ?? NumberIn(numbers, message.Number),
            OpensAt = message.Item.IsSealed ? ends.Find(period => period.Subscription == message.Subscription).End : null,
        });
    }

    /// <param name="row">A message.</param>
    /// <param name="own">The numbers of its owner.</param>
    private static Message ReadMessage(NpgsqlDataReader row, List<MailboxNumber> own)
    {
        var number = new MaskedNumberId(row.GetGuid(3));
        var item = new VoicemailItem
        {
            Id = new VoicemailId(row.GetGuid(0)),
            Caller = Caller.FromRaw(row.GetString(1)),
            CallerName = row.IsDBNull(2) ? null : row.GetString(2),
            Number = NumberIn(own, number),
            ReceivedAt = row.GetFieldValue<DateTimeOffset>(5),
            DurationSeconds = row.IsDBNull(6) ? null : row.GetInt32(6),
            Status = Enum.Parse<VoicemailStatus>(row.GetString(7)),
            RecordedAt = ReadInstant(row, 8),
            IsSealed = row.GetBoolean(9),
            OpensAt = null,
            Transcription = Enum.Parse<TranscriptionStatus>(row.GetString(10)),
            Transcript = row.IsDBNull(11) ? null : row.GetString(11),
            HeardAt = ReadInstant(row, 12),
            ArchivedAt = ReadInstant(row, 13),
            DeletedAt = ReadInstant(row, 14),
        };
        return new Message(item, number, row.GetGuid(4));
    }

    private static PhoneNumber? NumberIn(List<MailboxNumber> numbers, MaskedNumberId id) => numbers.Find(number => number.Id == id)?.Number;

    private static MailboxNumber ReadNumber(NpgsqlDataReader row) => new(new MaskedNumberId(row.GetGuid(0)), PhoneNumber.Parse(row.GetString(1)));

    private static DateTimeOffset? ReadInstant(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    /// <param name="Item">As far as it stands in its own row.</param>
    private readonly record struct Message(VoicemailItem Item, MaskedNumberId Number, Guid Subscription);
}
