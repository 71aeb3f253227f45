using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>Owners, subscriptions and numbers from index <c>@first</c> to <c>@last</c>.</summary>
internal static class NumberStatements
{
    private const string Series = """
        source(i) AS (SELECT CAST(@first AS bigint) UNION ALL SELECT i + 1 FROM source WHERE i < @last)
        """;

    private const string OnePlan = "source(i) AS (SELECT 0)";

    // Used, so that calls of the same period are in the books: the counters start anew with a period of their own.
    private const string IsUsed = """
        "Subscriptions"."ForwardingUsed" + "Subscriptions"."VoicemailsUsed" > 0
        """;

    private static readonly ForwardingSettings Defaults = new();

    public static SeedStatement Plan(SeedDialect sql) => new("Plans", OnePlan)
    {
        { "Id", sql.Id(SeedKind.Plan, "@forwardingQuota", "@voicemailQuota") },
        { "Name", $"'Seed ' || {SeedDialect.Text("@forwardingQuota")} || '/' || {SeedDialect.Text("@voicemailQuota")}" },
        { "ForwardingQuota", "@forwardingQuota" },
        { "VoicemailQuota", "@voicemailQuota" },
    };

    public static IEnumerable<SeedStatement> All(SeedDialect sql) => [Accounts(sql), Subscribers(sql), Subscriptions(sql), Numbers(sql)];

    private static SeedStatement Accounts(SeedDialect sql) => new("AspNetUsers", Series)
    {
        { "Id", Subscriber(sql) },
        { "UserName", Email },
        { "NormalizedUserName", $"upper({Email})" },
        { "Email", Email },
        { "NormalizedEmail", $"upper({Email})" },
        { "EmailConfirmed", "TRUE" },
        { "PasswordHash", "@passwordHash" },
        { "SecurityStamp", $"upper(replace({SeedDialect.Text(Subscriber(sql))}, '-', ''))" },
        { "ConcurrencyStamp", $"lower({SeedDialect.Text(Subscriber(sql))})" },
        { "PhoneNumberConfirmed", "FALSE" },
        { "TwoFactorEnabled", "FALSE" },
        { "LockoutEnd", "NULL" },
        { "LockoutEnabled", "TRUE" },
        { "AccessFailedCount", "0" },
    };

    private static SeedStatement Subscribers(SeedDialect sql) => new("Subscribers", Series)
    {
        { "Id", Subscriber(sql) },
        { "Email", Email },
        { "Language", "'English'" },
        { "TimeZone", $"'{Domain.Accounts.Subscriber.DefaultTimeZone}'" },
        { "CreatedAt", "@yearAgo" },
    };

    private static SeedStatement Subscriptions(SeedDialect sql) => new("Subscriptions", Series)
    {
        { "Id", sql.Id(SeedKind.Subscription, "i", "0") },
        { "OwnerId", Subscriber(sql) },
        { "PlanId", sql.Id(SeedKind.Plan, "@forwardingQuota", "@voicemailQuota") },
        { "Status", "@status" },
        { "StartedAt", "@today", StartsAnew("StartedAt", "@now") },
        { "PeriodStart", "@today", StartsAnew("PeriodStart", "@now") },
        { "PeriodEnd", "@monthFromToday", StartsAnew("PeriodEnd", "@monthFromNow") },
        { "ForwardingQuota", "@forwardingQuota" },
        { "ForwardingUsed", "0" },
        { "VoicemailQuota", "@voicemailQuota" },
        { "VoicemailsUsed", "0" },
    };

    private static SeedStatement Numbers(SeedDialect sql) => new("MaskedNumbers", Series)
    {
        { "Id", sql.Id(SeedKind.Number, "i", "0") },
        { "Number", $"'+1555' || {sql.Digits("i", 7)}" },
        { "OwnerId", Subscriber(sql) },
        { "SubscriptionId", sql.Id(SeedKind.Subscription, "i", "0") },
        { "CreatedAt", "@yearAgo" },
        { "ReleasedAt", "NULL" },
        { "Version", sql.Id(SeedKind.NumberVersion, "i", "0") },
        { "Forwarding_IsEnabled", "@isForwarding" },
        { "Forwarding_Target", $"'+1556' || {sql.Digits("i", 7)}" },
        { "Forwarding_RingSeconds", $"{Defaults.RingSeconds}" },
        { "Forwarding_IsScreened", "FALSE" },
        { "Forwarding_Language", "'English'" },
        { "Forwarding_Greeting", "NULL" },
        { "Forwarding_MessageSeconds", $"{Defaults.MessageSeconds}" },
        { "Forwarding_FinishOnKey", $"'{Defaults.FinishOnKey}'" },
        { "Forwarding_EmailForVoicemail", "NULL" },
        { "Forwarding_IsTranscribed", "TRUE" },
    };

    private static string Email => $"'user' || {SeedDialect.Text("i")} || '@example.test'";

    private static string Subscriber(SeedDialect sql) => sql.Id(SeedKind.Subscriber, "i", "0");

    private static string StartsAnew(string column, string used) => $"""
        CASE WHEN {IsUsed} THEN {used}
            WHEN "Subscriptions"."{column}" > excluded."{column}" THEN "Subscriptions"."{column}"
            ELSE excluded."{column}" END
        """;
}
