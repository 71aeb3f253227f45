namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>When a recurring job runs.</summary>
/// <param name="Job">A <see cref="RecurringJob"/>.</param>
/// <param name="Name">Its name in the job store.</param>
/// <param name="CronInUtc">Seconds, minutes, hours, day of the month, month, day of the week; UTC.</param>
internal sealed record RecurringSchedule(Type Job, string Name, string CronInUtc)
{
    public static IReadOnlyList<RecurringSchedule> All { get; } =
    [
        new(typeof(PurgeDeletedJob), "purge-deleted-voicemails", "0 20 3 * * ?"),
        new(typeof(StartDuePeriodsJob), "start-due-periods", "0 0/10 * * * ?"),
        new(typeof(ReconcileWithTwilioJob), "reconcile-with-twilio", "0 2/5 * * * ?"),
        new(typeof(ReconcileStoreJob), "reconcile-store", "0 0 4 * * ?"),
        new(typeof(ReconcileUsageJob), "reconcile-usage", "0 40 3 * * ?"),
        new(typeof(ForgetExpiredJob), "forget-expired", "0 7 * * * ?"),
    ];
}
