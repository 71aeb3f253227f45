namespace MaskedVoicemail.Web.Features.Mail;

/// <summary>Names the texts about mail that comes back (MailText.zh-CN.resx).</summary>
public sealed class MailText;
