using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Domain.Accounts;

/// <summary>The person behind a sign-in account, as the rest of the system knows them.</summary>
public sealed class Subscriber
{
    public const int EmailMaxLength = 254;
    public const int TimeZoneMaxLength = 64;
    public const string DefaultTimeZone = "Etc/UTC";

    private Subscriber()
    {
    }

    public SubscriberId Id { get; private set; }

    public string Email { get; private set; } = null!;

    public Language Language { get; private set; }

    /// <summary>IANA name, such as <c>America/New_York</c>.</summary>
    public string TimeZone { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private set; }

    public static Subscriber Create(SubscriberId id, string email, Language language, string timeZone, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        var subscriber = new Subscriber { Id = id, Email = email, CreatedAt = now };
        subscriber.ChangePreferences(language, timeZone);
        return subscriber;
    }

    public void ChangePreferences(Language language, string timeZone)
    {
        Language = language;
        TimeZone = KnowsTimeZone(timeZone) ? timeZone : throw new ArgumentException("Not a known time zone.", nameof(timeZone));
    }

    public static bool KnowsTimeZone(string? timeZone) =>
        timeZone is { Length: > 0 and <= TimeZoneMaxLength } && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out _);
}
