namespace MaskedVoicemail.Infrastructure.OfficialSdks.Twilio;

internal static class SdkDate
{
    /// <summary>The SDK reads Twilio's dates, which are UTC, as local times of their kind.</summary>
    public static DateTimeOffset? Utc(DateTime? date) => date is { } value ? new DateTimeOffset(value.ToUniversalTime()) : null;
}
