using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Infrastructure.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Twilio;

internal static class TwilioServices
{
    public static IServiceCollection AddTwilio(this IServiceCollection services)
    {
        services.AddOptions<TwilioOptions>().BindConfiguration(TwilioOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TwilioOptions>, TwilioOptionsValidator>();
        services.AddHttpClient<TwilioRestClient>().ConfigureForPartner(TwilioRestClient.Partner);
        services.AddTransient<ITwilioRecordings, TwilioRecordings>();
        services.AddTransient<ITwilioCalls, TwilioCalls>();
        return services;
    }
}
