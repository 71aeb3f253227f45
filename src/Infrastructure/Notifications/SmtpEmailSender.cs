using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Notifications;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications;

/// <summary>Hands mails to a mail server.</summary>
internal sealed class SmtpEmailSender(IOptions<SmtpOptions> smtp, IOptions<EmailOptions> email, TimeProvider clock) : IEmailSender
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    public async Task<string?> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var client = Client();
        using var mail = Mail(message, out var messageId);
        try
        {
            await client.SendMailAsync(mail, either.Token);
            return messageId;
        }
        catch (SmtpException exception)
        {
            throw new PartnerException(
                $"The mail server refused or could not be reached: {exception.StatusCode}.", IsPermanent(exception.StatusCode), innerException: exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PartnerException("The mail server did not answer in time.", isPermanent: false, innerException: exception);
        }
    }

    /// <summary>Answers that concern the mail or its recipient; those about credentials or encryption are an operator's to mend.</summary>
    private static bool IsPermanent(SmtpStatusCode status) => status is
        SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.ExceededStorageAllocation
        or SmtpStatusCode.MailboxNameNotAllowed or SmtpStatusCode.TransactionFailed;

    private SmtpClient Client()
    {
        var options = smtp.Value;
        return new SmtpClient(options.Host, options.Port)
        {
            EnableSsl = options.EnableSsl,
            Credentials = options.User is { Length: > 0 } user ? new NetworkCredential(user, options.Password) : null,
        };
    }

    private MailMessage Mail(EmailMessage message, out string? messageId)
    {
        var from = new MailAddress(email.Value.From!, email.Value.FromName, Encoding.UTF8);
        var mail = new MailMessage(from, new MailAddress(message.To))
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };
        mail.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(message.Html, Encoding.UTF8, MediaTypeNames.Text.Html));

        // A mail that is handed over twice, because the answer to the first time was lost, is recognized by servers as the same one.
        messageId = message.Reference is { } reference ? $"<{reference}@{from.Host}>" : null;
        if (messageId is not null)
        {
            mail.Headers.Add("Message-ID", messageId);
        }

        return mail;
    }
}
