using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Numbers;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Infrastructure.Common;
#if OFFICIAL_SDKS
using MaskedVoicemail.Infrastructure.OfficialSdks.Twilio;
#endif
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
        services.AddTransient<TwilioMedia>();
#if OFFICIAL_SDKS
        services.AddTransient<SdkTwilio>();
        services.AddTransient<ITwilioRecordings, SdkRecordings>();
        services.AddTransient<ITwilioCalls, SdkCalls>();
        services.AddTransient<ITwilioNumbers, SdkNumbers>();
#else
        services.AddTransient<ITwilioRecordings, TwilioRecordings>();
        services.AddTransient<ITwilioCalls, TwilioCalls>();
        services.AddTransient<ITwilioNumbers, TwilioNumbers>();
#endif
        return services;
    }
}
