using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Twilio;

internal sealed class TwilioOptionsValidator(IHostEnvironment environment) : IValidateOptions<TwilioOptions>
{
    public ValidateOptionsResult Validate(string? name, TwilioOptions options)
    {
        var isRequired = !environment.IsDevelopment();
        if ((isRequired || options.AccountSid is not null) && !TwilioSid.IsOf("AC", options.AccountSid))
        {
            return ValidateOptionsResult.Fail("Twilio:AccountSid: give the account's SID, AC and 32 hexadecimal digits.");
        }

        if (string.IsNullOrWhiteSpace(options.AuthToken) && (isRequired || options.AuthToken is not null))
        {
            return ValidateOptionsResult.Fail("Twilio:AuthToken: give the account's auth token; webhooks can't be checked without it.");
        }

        if (options.SecondaryAuthToken is not null && string.IsNullOrWhiteSpace(options.SecondaryAuthToken))
        {
            return ValidateOptionsResult.Fail("Twilio:SecondaryAuthToken: give a token or leave the key out; a blank one would let anybody sign.");
        }

        if (options.ApiKeySid is not null && !TwilioSid.IsOf("SK", options.ApiKeySid))
        {
            return ValidateOptionsResult.Fail("Twilio:ApiKeySid: give the API key's SID, SK and 32 hexadecimal digits, or leave it out.");
        }

        if (options.ApiKeySid is null != string.IsNullOrWhiteSpace(options.ApiKeySecret))
        {
            return ValidateOptionsResult.Fail("Twilio:ApiKeySecret: ApiKeySid and ApiKeySecret go together.");
        }

        return options.ApiBaseUrl is { IsAbsoluteUri: true, Scheme: "https" or "http" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("Twilio:ApiBaseUrl: give an absolute http or https address.");
    }
}
