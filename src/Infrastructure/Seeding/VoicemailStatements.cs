namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>The messages of number <c>@number</c> from index <c>@first</c> to <c>@last</c>, oldest first, each with its call.</summary>
internal static class VoicemailStatements
{
    /// <summary>Callers take turns; 7,919 is prime to their count, so neighbours in the inbox differ.</summary>
    private const string Source = """
        series(j) AS (SELECT CAST(@first AS bigint) UNION ALL SELECT j + 1 FROM series WHERE j < @last),
        source(j, caller, received) AS (SELECT j, (j * 7919) % 60, @yearAgo + j * @interval FROM series)
        """;

    private static string CallerNumber => $"'+1' || {SeedDialect.Pick("caller", SeedSentences.AreaCodes)} || '55501' || {SeedDialect.Text("40 + caller")}";

    private static string CallerName => $"CASE WHEN caller % 4 = 3 THEN NULL ELSE {SeedDialect.Pick("caller", SeedSentences.CallerNames)} END";

    private static string Transcript => string.Join(
        " || ' ' || ",
        SeedDialect.Pick("caller", SeedSentences.Openings),
        SeedDialect.Pick("j", SeedSentences.Subjects),
        SeedDialect.Pick("j / 5", SeedSentences.Requests),
        SeedDialect.Pick("j / 3", SeedSentences.Closings));

    public static IEnumerable<SeedStatement> All(SeedDialect sql) => [Calls(sql), Voicemails(sql)];

    private static SeedStatement Calls(SeedDialect sql) => new("Calls", Source)
    {
        { "Id", Call(sql) },
        { "Sid", SeedDialect.Sid("CA", Call(sql)) },
        { "NumberId", sql.Id(SeedKind.Number, "@number", "0") },
        { "OwnerId", sql.Id(SeedKind.Subscriber, "@number", "0") },
        { "SubscriptionId", sql.Id(SeedKind.Subscription, "@number", "0") },
        { "Caller", CallerNumber },
        { "CallerName", CallerName },
        { "Route", "'Forward'" },
        { "StartedAt", "received" },
        { "ForwardingUnit", "'Returned'" },
        { "PeriodStart", "@yearAgo" },
        { "Outcome", "'Missed'" },
        { "DialStatus", "CASE WHEN j % 6 = 0 THEN 'busy' ELSE 'no-answer' END" },
        { "TalkSeconds", "NULL" },
        { "EndedAt", "received + @callDuration" },
        { "DurationSeconds", "@callSeconds" },
    };

    private static SeedStatement Voicemails(SeedDialect sql) => new("Voicemails", Source)
    {
        { "Id", Call(sql) },
        { "CallId", Call(sql) },
        { "NumberId", sql.Id(SeedKind.Number, "@number", "0") },
        { "OwnerId", sql.Id(SeedKind.Subscriber, "@number", "0") },
        { "SubscriptionId", sql.Id(SeedKind.Subscription, "@number", "0") },
        { "Caller", CallerNumber },
        { "CallerName", CallerName },
        { "ReceivedAt", "received" },
        { "Status", "'Ready'" },
        { "RecordedAt", "received + @callDuration" },
        { "RecordingSid", SeedDialect.Sid("RE", Call(sql)) },
        { "DurationSeconds", "@audioSeconds" },
        { "AudioContentType", "@audioContentType" },
        { "AudioLength", "@audioLength" },
        { "AudioSha256", "@audioSha256" },
        { "Transcription", "'Completed'" },
        { "Transcript", Transcript },
        { "HeardAt", "CASE WHEN j < @count - 20 AND j % 9 <> 4 THEN received + 90 * @callDuration END" },
        { "ArchivedAt", "NULL" },
        { "DeletedAt", "NULL" },
        { "IsSealed", "FALSE" },
        { "Unit", "'Charged'" },
    };

    /// <summary>A message carries its call's id.</summary>
    private static string Call(SeedDialect sql) => sql.Id(SeedKind.Call, "@number", "j");
}
