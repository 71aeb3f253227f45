using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Notifications.AccountEmails;

/// <summary>
/// Goes out instead of a confirmation when an address that has an account is registered again:
/// the page says the same in both cases, so that nobody learns who has an account.
/// </summary>
/// <param name="Language">The reader's.</param>
/// <param name="SignInLink">Where to sign in.</param>
/// <param name="ResetLink">Where a forgotten password is replaced.</param>
public sealed record AccountExistsEmail(Language Language, string SignInLink, string ResetLink)
{
    public EmailMessage To(string recipient)
    {
        var words = new Wording(Language);
        return new Letter(words, words.Of("You already have an account", "您已经有账号了"))
            .Paragraph(words.Of(
                "Somebody, probably you, tried to create an account with this address. It has one already: just sign in.",
                "有人（可能是您本人）用这个邮箱地址注册账号。该地址已有账号，直接登录即可。"))
            .Button(words.Of("Sign in", "登录"), SignInLink)
            .Paragraph(words.Of("Have you forgotten your password? Choose a new one here:", "忘记密码了？可在此重设："))
            .Button(words.Of("Choose a new password", "重设密码"), ResetLink)
            .Note(words.Of("If it was not you, you need not do anything.", "如果不是您本人操作，您无需理会。"))
            .To(recipient);
    }
}
