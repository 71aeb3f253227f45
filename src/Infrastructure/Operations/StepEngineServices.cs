using Microsoft.Extensions.DependencyInjection;
#if OFFICIAL_SDKS
using MaskedVoicemail.Infrastructure.OfficialSdks.Hangfire;
#endif

namespace MaskedVoicemail.Infrastructure.Operations;

public static class StepEngineServices
{
#if OFFICIAL_SDKS
    internal const string PostgresJobStore = HangfireStore.Table;

    public static IServiceCollection AddPostgresJobEngine(this IServiceCollection services) => services.AddHangfireEngine();
#else
    internal const string PostgresJobStore = QuartzStepEngine.LastTable;

    public static IServiceCollection AddPostgresJobEngine(this IServiceCollection services) => services.AddQuartzEngine();
#endif

    /// <remarks>SQLite's in every build: Hangfire has no durable store for it.</remarks>
    public static IServiceCollection AddQuartzEngine(this IServiceCollection services)
    {
        services.AddSingleton<JobStoreDatabase>();
        services.AddSingleton<QuartzStepEngine>();
        return services.AddSingleton<IJobEngine>(provider => provider.GetRequiredService<QuartzStepEngine>());
    }

    /// <summary>Creates the job engine's tables where they are missing: part of applying migrations.</summary>
    public static Task ProvisionJobStoreAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<IJobEngine>().ProvisionAsync(cancellationToken);

    internal static IServiceCollection AddSteps(this IServiceCollection services)
    {
        services.AddSingleton<CallersFirst>();
        services.AddSingleton<Crowd>();
        services.AddHostedService<WarmUp>();
        services.AddHostedService<StepDispatcher>();
        services.AddHostedService<QueueWatch>();
        return services;
    }
}
