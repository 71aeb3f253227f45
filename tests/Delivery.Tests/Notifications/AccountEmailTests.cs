using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Application.Notifications.AccountEmails;
using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Delivery.Tests.Notifications;

public sealed class AccountEmailTests
{
    private const string Link = "https://voicemail.example.test/account/x?token=a%2Bb&id=1";

    public static TheoryData<string, Func<Language, EmailMessage>> Emails => new()
    {
        { "confirm", language => new ConfirmAddressEmail(language, Link).To("a@example.test") },
        { "reset", language => new ResetPasswordEmail(language, Link).To("a@example.test") },
        { "exists", language => new AccountExistsEmail(language, "https://voicemail.example.test/account/login", Link).To("a@example.test") },
        { "changed", language => new PasswordChangedEmail(language, DateTimeOffset.UnixEpoch, "Etc/UTC", Link).To("a@example.test") },
    };

    [Theory]
    [MemberData(nameof(Emails), DisableDiscoveryEnumeration = true)]
    public void Each_mail_carries_its_link_in_both_forms_and_both_languages(string name, Func<Language, EmailMessage> email)
    {
        var english = email(Language.English);
        var chinese = email(Language.Chinese);

        Assert.All([english, chinese], message =>
        {
            Assert.Contains(Link, message.Text, StringComparison.Ordinal);
            Assert.Contains($"href=\"{Link.Replace("&", "&amp;", StringComparison.Ordinal)}\"", message.Html, StringComparison.Ordinal);
        });
        Assert.True(english.Subject.All(char.IsAscii), name);
        Assert.Contains(chinese.Subject, character => character is >= '\u4E00' and <= '\u9FFF');
        Assert.DoesNotContain("password", chinese.Text.Replace(Link, "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }
}
