using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Notifications.AccountEmails;

/// <summary>Lets somebody choose a new password.</summary>
/// <param name="Language">The reader's.</param>
/// <param name="Link">Where the new password is chosen.</param>
public sealed record ResetPasswordEmail(Language Language, string Link)
{
    public EmailMessage To(string recipient)
    {
        var words = new Wording(Language);
        return new Letter(words, words.Of("Choose a new password", "重设密码"))
            .Paragraph(words.Of(
                "Somebody, probably you, asked for a new password for your account. The link works once and only for a short time.",
                "有人（可能是您本人）申请为您的账号重设密码。此链接仅能使用一次，且很快失效。"))
            .Button(words.Of("Choose a new password", "重设密码"), Link)
            .Note(words.Of(
                "If it was not you, ignore this e-mail: your password stays as it is.",
                "如果不是您本人操作，请忽略本邮件，您的密码不会改变。"))
            .To(recipient);
    }
}
