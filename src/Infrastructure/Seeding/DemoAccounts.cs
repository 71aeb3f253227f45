namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>Who can sign in to a demonstration. Made in Development only, so everybody may know the password.</summary>
public static class DemoAccounts
{
    public const string Owner = "owner@example.test";

    public const string Administrator = "admin@example.test";

    public const string Password = "Demo-Passw0rd";
}
