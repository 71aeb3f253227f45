using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Notifications.AccountEmails;

/// <summary>Tells a subscriber that the password was changed, in case it was somebody else.</summary>
/// <param name="Language">The reader's.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="TimeZone">The reader's, as an IANA name.</param>
/// <param name="ResetLink">Where a new password is asked for.</param>
public sealed record PasswordChangedEmail(Language Language, DateTimeOffset ChangedAt, string TimeZone, string ResetLink)
{
    public EmailMessage To(string recipient)
    {
        var words = new Wording(Language);
        return new Letter(words, words.Of("Your password was changed", "您的密码已更改"))
            .Paragraph(words.Of("The password of your account was changed. If it was you, all is well.", "您账号的密码已更改。如果是您本人操作，无需理会。"))
            .Facts((words.Of("Time", "时间"), words.Time(ChangedAt, TimeZone)))
            .Paragraph(words.Of(
                "If it was not you, somebody else has access to your account. Choose a new password at once:",
                "如果不是您本人操作，说明有他人能够进入您的账号，请立即重设密码："))
            .Button(words.Of("Choose a new password", "重设密码"), ResetLink)
            .To(recipient);
    }
}
