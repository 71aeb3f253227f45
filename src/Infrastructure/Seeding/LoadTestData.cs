namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>What a load test asks for.</summary>
/// <param name="From">The first number's index.</param>
/// <param name="Numbers">How many numbers, each with an owner and a subscription of its own.</param>
/// <param name="Voicemails">How many messages the first number has.</param>
/// <param name="ForwardingQuota">Calls that each subscription may have put through in a month.</param>
/// <param name="VoicemailQuota">Messages that each subscription may open in a month.</param>
/// <param name="IsActive">Whether the subscriptions are active.</param>
/// <param name="IsForwarding">Whether the numbers forward their calls.</param>
public sealed record LoadTestData(
    int From, int Numbers, int Voicemails, int ForwardingQuota, int VoicemailQuota, bool IsActive, bool IsForwarding)
{
    /// <summary>Indices have seven digits.</summary>
    public const int MaxNumbers = 10_000_000;

    public const int MaxVoicemails = 10_000_000;

    public const int DefaultQuota = 1_000_000;

    public const string Password = "Passw0rd!Seed";
}
