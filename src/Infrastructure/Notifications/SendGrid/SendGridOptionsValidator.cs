using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

internal sealed class SendGridOptionsValidator : IValidateOptions<SendGridOptions>
{
    public ValidateOptionsResult Validate(string? name, SendGridOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiKey))
        {
            return ValidateOptionsResult.Fail("SendGrid:ApiKey: give a key that may send mail, or choose another Email:Provider.");
        }

        return options.ApiBaseUrl is { IsAbsoluteUri: true, Scheme: "https" or "http" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("SendGrid:ApiBaseUrl: give an absolute http or https address.");
    }
}
