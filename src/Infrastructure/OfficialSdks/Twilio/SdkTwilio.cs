using System.Runtime.ExceptionServices;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Infrastructure.Twilio;
using Microsoft.Extensions.Options;
using Newtonsoft.Json;
using Twilio.Clients;
using Twilio.Exceptions;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Twilio;

/// <summary>The SDK's client, and what its exceptions mean here.</summary>
internal sealed class SdkTwilio(Infrastructure.Twilio.TwilioRestClient twilio, IOptions<TwilioOptions> options)
{
    /// <returns>Default where Twilio has no such resource.</returns>
    /// <exception cref="PartnerException">Twilio could not or would not tell.</exception>
    public async Task<T?> AskAsync<T>(Func<ITwilioRestClient, Task<T>> ask, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var client = new global::Twilio.Clients.TwilioRestClient(
            settings.ApiKeySid ?? settings.AccountSid,
            settings.ApiKeySid is null ? settings.AuthToken : settings.ApiKeySecret,
            settings.AccountSid,
            httpClient: new SdkHttpClient(twilio, cancellationToken));
        try
        {
            return await ask(client);
        }
        catch (ApiException exception) when (exception.Status == 404)
        {
            return default;
        }
        catch (ApiConnectionException exception) when (exception.InnerException is { } cause)
        {
            // Whatever our connection has thrown.
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
        catch (Exception exception) when (exception is TwilioException or JsonException or FormatException or InvalidOperationException or NullReferenceException)
        {
            // The SDK reads an answer that is not what it expects without looking.
            throw new PartnerException("Twilio's answer could not be read.", isPermanent: false, innerException: exception);
        }
    }
}
