namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>What the intake's statements have in common on both databases: the rules of the route stand here once.</summary>
internal static class CallIntakeSql
{
    /// <summary>The columns of a masked number that instructions are made of, in the order in which <see cref="LineReader"/> reads them.</summary>
    public const string Settings = """
        n."Number", n."Forwarding_IsEnabled", n."Forwarding_Target", n."Forwarding_RingSeconds", n."Forwarding_IsScreened",
        n."Forwarding_Language", n."Forwarding_Greeting", n."Forwarding_MessageSeconds", n."Forwarding_FinishOnKey", n."Forwarding_IsTranscribed"
        """;

    /// <summary>Names of <see cref="Domain.Calls.CallRoute"/>, which is stored by name, for a call <c>c</c> to a number <c>n</c> of a subscription <c>s</c>.</summary>
    public const string Route = """
        CASE
            WHEN s."Status" <> 'Active' THEN 'SubscriptionInactive'
            WHEN NOT n."Forwarding_IsEnabled" THEN 'ForwardingOff'
            WHEN n."Forwarding_Target" IS NULL THEN 'NoTarget'
            WHEN n."Forwarding_Target" = c."CallerNumber" OR n."Forwarding_Target" = c."ForwardedFrom" THEN 'Loop'
            WHEN EXISTS (SELECT 1 FROM "MaskedNumbers" o WHERE o."Number" = n."Forwarding_Target" AND o."ReleasedAt" IS NULL) THEN 'Loop'
            WHEN s."ForwardingUsed" >= s."ForwardingQuota" THEN 'QuotaUsedUp'
            ELSE 'Forward'
        END
        """;

    public const string CallColumns = """
        "Id", "Sid", "NumberId", "OwnerId", "SubscriptionId", "Caller", "CallerName", "Route", "StartedAt", "ForwardingUnit", "PeriodStart", "Outcome"
        """;

    public const string VoicemailColumns = """
        "Id", "CallId", "NumberId", "OwnerId", "SubscriptionId", "Caller", "CallerName", "ReceivedAt", "Status", "Transcription", "IsSealed", "Unit"
        """;
}
