using MaskedVoicemail.Application.Notifications;

namespace MaskedVoicemail.Infrastructure.Notifications;

internal sealed class OutboxEmailSender(Outbox outbox) : IEmailSender
{
    public async Task<string?> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        var email = await outbox.AddAsync(message.To, message.Subject, message.Text, message.Html, message.Reference, cancellationToken);
        return email.Id.ToString();
    }
}
