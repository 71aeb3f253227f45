namespace MaskedVoicemail.Domain.Subscriptions;

/// <summary>What an administrator sells: quotas for a month. A subscription copies them when it takes the plan.</summary>
public sealed class Plan
{
    public const int NameMaxLength = 80;

    /// <summary>No plan allows more than this of anything in one month.</summary>
    public const int MaxQuota = 10_000_000;

    private Plan()
    {
    }

    public PlanId Id { get; private set; }

    public string Name { get; private set; } = null!;

    /// <summary>Calls that may be put through in a month.</summary>
    public int ForwardingQuota { get; private set; }

    /// <summary>Messages that may be opened in a month.</summary>
    public int VoicemailQuota { get; private set; }

    public static Plan Create(string name, int forwardingQuota, int voicemailQuota, DateTimeOffset now)
    {
        var plan = new Plan { Id = PlanId.New(now) };
        plan.Change(name, forwardingQuota, voicemailQuota);
        return plan;
    }

    public void Change(string name, int forwardingQuota, int voicemailQuota)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(forwardingQuota);
        ArgumentOutOfRangeException.ThrowIfNegative(voicemailQuota);
        Name = name;
        ForwardingQuota = forwardingQuota;
        VoicemailQuota = voicemailQuota;
    }
}
