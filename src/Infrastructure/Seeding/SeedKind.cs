namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>What an id stands for; part of its value, so that no two kinds share one.</summary>
public enum SeedKind
{
    Plan = 1,
    Subscriber = 2,
    Subscription = 3,
    Number = 4,
    NumberVersion = 5,
    Call = 6,
}
