using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Infrastructure.Common;
#if OFFICIAL_SDKS
using MaskedVoicemail.Infrastructure.OfficialSdks.SendGrid;
#endif
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

internal static class SendGridServices
{
    public static IServiceCollection AddSendGrid(this IServiceCollection services)
    {
        services.AddOptions<SendGridOptions>().BindConfiguration(SendGridOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SendGridOptions>, SendGridOptionsValidator>();
        services.AddSingleton<SendGridPause>();
        services.AddTransient<SendGridRefusals>();
#if OFFICIAL_SDKS
        services.AddHttpClient<IEmailSender, SdkEmailSender>().ConfigureForPartner(SendGridEmailSender.Partner);
#else
        services.AddHttpClient<IEmailSender, SendGridEmailSender>().ConfigureForPartner(SendGridEmailSender.Partner);
#endif

        // A circuit of its own: a key that may not change suppressions can still send mail.
        services.AddHttpClient<IProviderSuppressions, SendGridSuppressions>().ConfigureForPartner(SendGridSuppressions.Partner);
        return services;
    }
}
