using System.Text.RegularExpressions;
using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.Accounts;

/// <summary>What account holders find in their mail.</summary>
internal static partial class AccountMails
{
    /// <summary>An address that nobody else uses.</summary>
    public static string NewAddress() => $"person{Guid.NewGuid():N}@example.test";

    public static string LastLinkTo(this VoicemailService service, string email) =>
        Link().Match(service.Mails.To(email)[^1].Text!) is { Success: true } link ? link.Value : throw new InvalidOperationException("The last mail has no link.");

    /// <summary>Registers and confirms.</summary>
    public static async Task<string> HasAccountAsync(this VoicemailService service, string password)
    {
        var email = NewAddress();
        using var visitor = new Visitor(service);
        await visitor.RegisterAsync(email, password);
        await visitor.SendAsync(service.LastLinkTo(email));
        return email;
    }

    /// <summary>Asks for a new password; returns the link that came.</summary>
    public static async Task<string> GetsResetLinkAsync(this VoicemailService service, string email)
    {
        using var visitor = new Visitor(service);
        await visitor.SendAsync("/account/forgot-password", ("Email", email));
        return service.LastLinkTo(email);
    }

    [GeneratedRegex(@"https?://\S+\?id=\S+")]
    private static partial Regex Link();
}
