using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Application.Notifications;

public interface IEmailSender
{
    /// <returns>The provider's name for the message, where it gives one.</returns>
    /// <exception cref="PartnerException">It was not taken.</exception>
    Task<string?> SendAsync(EmailMessage message, CancellationToken cancellationToken);
}
