using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Dashboard;
using Hangfire.PostgreSql;
using MaskedVoicemail.Infrastructure.Operations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Hangfire;

internal static class HangfireStore
{
    public const string Schema = "hangfire";

    /// <summary>Its first table, created together with the schema.</summary>
    public const string Table = $"{Schema}.schema";

    /// <summary>A job that a dead node held is free again after this time; while a node lives it says so.</summary>
    private static readonly TimeSpan Invisibility = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For an instant each change of a job's state holds a lock, which stays when the node dies. Whoever takes the job over waits for it, and with it a
    /// worker of its queue.
    /// </summary>
    private static readonly TimeSpan LongestLock = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan PollingInterval = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddHangfireEngine(this IServiceCollection services)
    {
        GlobalConfiguration.Configuration
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings();
        services.Configure<LoggerFilterOptions>(options => options.AddFilter("Hangfire", LogLevel.Warning));
        services.AddSingleton<JobStorage>(provider =>
        {
            GlobalConfiguration.Configuration.UseLogProvider(new AspNetCoreLogProvider(provider.GetRequiredService<ILoggerFactory>()));
            return new PostgreSqlStorage(
                new DataSourceConnections(provider.GetRequiredService<NpgsqlDataSource>()),
                new PostgreSqlStorageOptions
                {
                    SchemaName = Schema,
                    PrepareSchemaIfNecessary = false,
                    QueuePollInterval = PollingInterval,
                    DistributedLockTimeout = LongestLock,
                    InvisibilityTimeout = Invisibility,
                    UseSlidingInvisibilityTimeout = true,
                });
        });

        // What its dashboard asks for. AddHangfire would do more: it keeps the storage in a static field, and a process may hold several hosts.
        services.AddSingleton<IGlobalConfiguration>(GlobalConfiguration.Configuration);
        services.AddSingleton(DashboardRoutes.Routes);
        services.AddSingleton<HangfireEngine>();
        return services.AddSingleton<IJobEngine>(provider => provider.GetRequiredService<HangfireEngine>());
    }
}
