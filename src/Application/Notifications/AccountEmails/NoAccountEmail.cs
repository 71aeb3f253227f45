using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Notifications.AccountEmails;

/// <summary>
/// Goes out when a new password is asked for at an address without an account: whoever has several addresses learns that it was
/// another one, and the page need not say whether there is an account.
/// </summary>
/// <param name="Language">That of the page where it was asked for.</param>
/// <param name="RegisterLink">Where an account is created.</param>
public sealed record NoAccountEmail(Language Language, string RegisterLink)
{
    public EmailMessage To(string recipient)
    {
        var words = new Wording(Language);
        return new Letter(words, words.Of("There is no account with this address", "此邮箱地址尚未注册"))
            .Paragraph(words.Of(
                "Somebody, probably you, wanted to sign in with this address, but there is no account with it. Perhaps you used another address.",
                "有人（可能是您本人）想用这个邮箱地址登录，但该地址尚未注册。您注册时用的可能是另一个邮箱地址。"))
            .Button(words.Of("Create an account", "注册账号"), RegisterLink)
            .Note(words.Of("If it was not you, you need not do anything.", "如果不是您本人操作，您无需理会。"))
            .To(recipient);
    }
}
