using System.Net;
using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Infrastructure.Notifications;
using MaskedVoicemail.Infrastructure.Notifications.SendGrid;
using Microsoft.Extensions.Options;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.SendGrid;

/// <summary>SendGrid's API v3 by the SDK. It has no key against sending twice: a request is made once an attempt.</summary>
internal sealed class SdkEmailSender(
    HttpClient client, IOptions<SendGridOptions> options, IOptions<EmailOptions> email, SendGridRefusals refusals, TimeProvider clock)
    : IEmailSender
{
    public async Task<string?> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        refusals.RequireNoPause();
        using var deadline = new CancellationTokenSource(SendGridEmailSender.TimeLimit, clock);
        var settings = new SendGridClientOptions { ApiKey = options.Value.ApiKey, Host = options.Value.ApiBaseUrl.AbsoluteUri };
        var sendGrid = new SdkSendGridClient(client, settings, deadline.Token);
        var response = await sendGrid.SendEmailAsync(MailOf(message), cancellationToken);
        using var body = response.Body;
        return response.StatusCode is HttpStatusCode.Accepted
            ? SendGridEmailSender.MessageIdOf(response.Headers)
            : throw await refusals.ExplainAsync(response.StatusCode, response.Headers, body, deadline.Token);
    }

    private SendGridMessage MailOf(EmailMessage message)
    {
        var mail = MailHelper.CreateSingleEmail(
            new EmailAddress(email.Value.From, email.Value.FromName), new EmailAddress(message.To), message.Subject, message.Text, message.Html);
        if (message.Reference is { } reference)
        {
            mail.AddGlobalCustomArg(MailSendRequest.Reference, reference);
        }

        // Links lead to private pages and carry secrets: nobody is to rewrite or count them.
        mail.SetClickTracking(enable: false, enableText: false);
        mail.SetOpenTracking(enable: false);
        return mail;
    }
}
