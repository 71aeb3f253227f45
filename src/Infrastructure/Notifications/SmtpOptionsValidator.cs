using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications;

internal sealed class SmtpOptionsValidator : IValidateOptions<SmtpOptions>
{
    public ValidateOptionsResult Validate(string? name, SmtpOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Host))
        {
            return ValidateOptionsResult.Fail("Smtp:Host: give the mail server's name.");
        }

        return options.Port is > 0 and <= 65_535
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Smtp:Port: give a number from 1 to 65535.");
    }
}
