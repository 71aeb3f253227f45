namespace MaskedVoicemail.Scaling;

/// <summary>What job engines carry on PostgreSQL, with one-off jobs and fsync.</summary>
internal static class Engine
{
    /// <summary>
    /// Quartz with its defaults executed 85 to 89 jobs a second, 96 to 98 with larger batches: its makers' own figures, on another machine
    /// (<see href="https://github.com/quartznet/quartznet/issues/3824"/>).
    /// </summary>
    public const double JobsASecond = 90;

    /// <summary>What an engine reached there that spends two statements and a fifth of a commit on a job.</summary>
    public const double FrugalJobsASecond = 330;
}
