using MaskedVoicemail.Application.Notifications;
using MaskedVoicemail.Infrastructure.Notifications.SendGrid;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Notifications;

internal static class EmailServices
{
    public static IServiceCollection AddEmail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var provider = ProviderOf(configuration, environment);
        services.AddOptions<EmailOptions>().BindConfiguration(EmailOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmailOptions>>(new EmailOptionsValidator(provider));
        return provider switch
        {
            EmailProvider.SendGrid => services.AddSendGrid(),
            EmailProvider.Smtp => services.AddSmtp(),
            _ => services.AddSingleton<Outbox>().AddSingleton<IEmailSender, OutboxEmailSender>().AddSingleton<IProviderSuppressions, NoProviderSuppressions>(),
        };
    }

    private static EmailProvider ProviderOf(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration[$"{EmailOptions.Section}:{nameof(EmailOptions.Provider)}"];
        if (string.IsNullOrEmpty(text))
        {
            return environment.IsDevelopment() ? EmailProvider.Outbox : EmailProvider.SendGrid;
        }

        return Enum.TryParse<EmailProvider>(text, ignoreCase: true, out var provider) && Enum.IsDefined(provider)
            ? provider
            : throw new OptionsValidationException(
                EmailOptions.Section, typeof(EmailOptions), ["Email:Provider: choose Outbox, SendGrid or Smtp."]);
    }

    private static IServiceCollection AddSmtp(this IServiceCollection services)
    {
        services.AddOptions<SmtpOptions>().BindConfiguration(SmtpOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmtpOptions>, SmtpOptionsValidator>();
        return services.AddSingleton<IEmailSender, SmtpEmailSender>().AddSingleton<IProviderSuppressions, NoProviderSuppressions>();
    }
}
