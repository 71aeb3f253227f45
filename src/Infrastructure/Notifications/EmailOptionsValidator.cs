using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications;

internal sealed class EmailOptionsValidator(EmailProvider provider) : IValidateOptions<EmailOptions>
{
    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        if (provider is not EmailProvider.Outbox && !MailAddress.TryCreate(options.From, out _))
        {
            return ValidateOptionsResult.Fail("Email:From: give the sender's e-mail address.");
        }

        return string.IsNullOrWhiteSpace(options.OutboxPath)
            ? ValidateOptionsResult.Fail("Email:OutboxPath: give a folder, or leave the key out.")
            : ValidateOptionsResult.Success;
    }
}
