using MaskedVoicemail.Application.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Infrastructure.Operations;

public static class StepEngineServices
{
    internal static IServiceCollection AddStepEngine(this IServiceCollection services)
    {
        services.AddSingleton<JobStoreDatabase>();
        services.AddSingleton<QuartzStepEngine>();
        services.AddSingleton<IStepEngine>(provider => provider.GetRequiredService<QuartzStepEngine>());
        services.AddHostedService<StepDispatcher>();
        services.AddHostedService<QueueWatch>();
        return services;
    }

    /// <summary>Creates the job engine's tables where they are missing: part of applying migrations.</summary>
    public static Task ProvisionJobStoreAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<QuartzStepEngine>().ProvisionAsync(cancellationToken);
}
