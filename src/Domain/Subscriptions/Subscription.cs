using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Domain.Subscriptions;

/// <summary>
/// A subscriber's month-by-month right to forwarded calls and voicemails.
/// Its counters change only in conditional statements in the database, never by loading, adding and saving.
/// </summary>
public sealed class Subscription
{
    private Subscription()
    {
    }

    public SubscriptionId Id { get; private set; }

    public SubscriberId OwnerId { get; private set; }

    public PlanId PlanId { get; private set; }

    public SubscriptionStatus Status { get; private set; }

    /// <summary>Periods begin on this instant's day and time of each month.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset PeriodStart { get; private set; }

    /// <summary>The first instant of the next period.</summary>
    public DateTimeOffset PeriodEnd { get; private set; }

    public int ForwardingQuota { get; private set; }

    public int ForwardingUsed { get; private set; }

    public int VoicemailQuota { get; private set; }

    public int VoicemailsUsed { get; private set; }

    public Quota Forwarding => new(ForwardingUsed, ForwardingQuota);

    public Quota Voicemails => new(VoicemailsUsed, VoicemailQuota);

    /// <summary>The quota as it is at an instant: a new period is unused, even before anybody has started it.</summary>
    public Quota ForwardingAt(DateTimeOffset now) => now < PeriodEnd ? Forwarding : Forwarding with { Used = 0 };

    /// <inheritdoc cref="ForwardingAt"/>
    public Quota VoicemailsAt(DateTimeOffset now) => now < PeriodEnd ? Voicemails : Voicemails with { Used = 0 };

    public static Subscription Start(SubscriberId owner, Plan plan, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new Subscription
        {
            Id = SubscriptionId.New(now),
            OwnerId = owner,
            PlanId = plan.Id,
            Status = SubscriptionStatus.Active,
            StartedAt = now,
            PeriodStart = now,
            PeriodEnd = now.AddMonths(1),
            ForwardingQuota = plan.ForwardingQuota,
            VoicemailQuota = plan.VoicemailQuota,
        };
    }

    /// <summary>Takes a plan with its quotas; what was used in this period stays used.</summary>
    public void TakePlan(Plan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        PlanId = plan.Id;
        ChangeQuotas(plan.ForwardingQuota, plan.VoicemailQuota);
    }

    /// <summary>Sets quotas that differ from the plan's.</summary>
    public void ChangeQuotas(int forwarding, int voicemails)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(forwarding);
        ArgumentOutOfRangeException.ThrowIfNegative(voicemails);
        ForwardingQuota = forwarding;
        VoicemailQuota = voicemails;
    }

    public void Activate() => Status = SubscriptionStatus.Active;

    public void Deactivate() => Status = SubscriptionStatus.Inactive;

    /// <summary>The period that holds an instant, counted from <see cref="StartedAt"/> so that the 31st does not become the 28th for good.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) PeriodAt(DateTimeOffset now)
    {
        var months = Math.Max(0, ((now.Year - StartedAt.Year) * 12) + now.Month - StartedAt.Month);
        if (months > 0 && StartedAt.AddMonths(months) > now)
        {
            months--;
        }

        return (StartedAt.AddMonths(months), StartedAt.AddMonths(months + 1));
    }
}
