using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Notifications.AccountEmails;

/// <summary>Asks a new subscriber to confirm the address.</summary>
/// <param name="Language">The reader's.</param>
/// <param name="Link">Where the address is confirmed.</param>
public sealed record ConfirmAddressEmail(Language Language, string Link)
{
    public EmailMessage To(string recipient)
    {
        var words = new Wording(Language);
        return new Letter(words, words.Of("Confirm your e-mail address", "请确认您的邮箱地址"))
            .Paragraph(words.Of(
                "Welcome! One step is left before you can sign in: confirm that this address is yours.",
                "欢迎使用！登录前还差一步：请确认这个邮箱地址属于您。"))
            .Button(words.Of("Confirm this address", "确认邮箱地址"), Link)
            .Note(words.Of(
                "If you did not create an account, somebody has mistyped their address. You need not do anything.",
                "如果您没有注册过账号，可能是他人误填了邮箱地址，您无需理会。"))
            .To(recipient);
    }
}
