namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>What the job engine on PostgreSQL still believes to be under way, when nothing is left to do.</summary>
internal static class EngineState
{
#if OFFICIAL_SDKS
    public const string Runs = """
        SELECT 'believes in a run of job ' || jobid || ' of the queue ' || queue AS "Value" FROM hangfire.jobqueue
        WHERE queue <> 'recurring' AND fetchedat IS NOT NULL
        """;

    public const string Holds = """
        SELECT 'holds job ' || jobid || ' in the queue ' || queue AS "Value" FROM hangfire.jobqueue
        WHERE queue <> 'recurring' AND fetchedat IS NULL
        """;
#else
    // A node lays hold of what is due within half a minute before its time: recurring jobs, and steps that wait for a text to come.
    private const string NotYet = "(EXTRACT(EPOCH FROM now() - interval '5 seconds') * 10000000 + 621355968000000000)::bigint";

    public const string Runs = $"""
        SELECT 'believes in a ' || state || ' run of ' || trigger_name || ' at ' || instance_name AS "Value" FROM qrtz_fired_triggers
        WHERE trigger_group LIKE 'voicemail-step/%' AND (state <> 'ACQUIRED' OR sched_time < {NotYet})
        """;

    public const string Holds = $"""
        SELECT 'holds a trigger that is ' || trigger_state || ': ' || trigger_group || ' ' || trigger_name AS "Value" FROM qrtz_triggers
        WHERE trigger_state <> 'WAITING' AND trigger_group LIKE 'voicemail-step/%' AND (trigger_state <> 'ACQUIRED' OR next_fire_time < {NotYet})
        """;
#endif
}
