using FluentValidation;
using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Voicemails;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MaskedVoicemail.Application;

public static class DependencyInjection
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DueStepSignal>();
        services.AddSingleton<ServiceMetrics>();
        services.AddScoped<IMailbox, Mailbox>();
        services.AddScoped<MailAllowance>();
        services.AddScoped<AccountMailer>();
        return services.AddRequestHandlers().AddValidators();
    }

    private static IServiceCollection AddRequestHandlers(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        return services.AddImplementationsOf(typeof(IRequestHandler<,>));
    }

    private static IServiceCollection AddValidators(this IServiceCollection services)
    {
        // The portal says everything in the reader's language itself; FluentValidation's own translations would only be in the way.
        ValidatorOptions.Global.LanguageManager.Enabled = false;
        return services.AddImplementationsOf(typeof(IValidator<>));
    }

    private static IServiceCollection AddImplementationsOf(this IServiceCollection services, Type contract)
    {
        foreach (var type in typeof(DependencyInjection).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }))
        {
            foreach (var implemented in type.GetInterfaces().Where(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == contract))
            {
                services.AddScoped(implemented, type);
            }
        }

        return services;
    }
}
