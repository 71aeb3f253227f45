namespace MaskedVoicemail.Domain.Subscriptions;

/// <summary>How much of something a period allows, and how much of it is used.</summary>
/// <param name="Used">Units used; above <paramref name="Limit"/> only where the limit was lowered afterwards.</param>
/// <param name="Limit">Units allowed.</param>
public readonly record struct Quota(int Used, int Limit)
{
    /// <summary>From this share on, people are told.</summary>
    public const int NearlyUsedUpPercent = 75;

    public int Remaining => Math.Max(0, Limit - Used);

    public bool IsUsedUp => Used >= Limit;

    /// <summary>0 to 100, rounded down.</summary>
    public int Percent => Limit <= 0 ? 100 : (int)Math.Min(100, Used * 100L / Limit);

    public bool IsNearlyUsedUp => Percent >= NearlyUsedUpPercent;
}
