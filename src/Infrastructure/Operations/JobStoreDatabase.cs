using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Puts the job store into the application's own database.</summary>
internal sealed class JobStoreDatabase(IServiceProvider services, IOptions<DatabaseOptions> options)
{
    /// <summary>A node that misses its check-in for so long is taken for dead, and its jobs go to the others.</summary>
    private static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(5);

    public void Configure(IPersistentStoreBuilder store)
    {
        if (options.Value.Provider is DatabaseProvider.PostgreSql)
        {
            store.UsePostgres(source => source.DataSourceFactory = _ => services.GetRequiredService<NpgsqlDataSource>());
            store.UseClustering(cluster =>
            {
                cluster.CheckinInterval = CheckIn;
                cluster.CheckinMisfireThreshold = CheckIn;
            });
        }
        else
        {
            store.UseSqlite(PatientSqliteFactory.Instance, SqliteConnectionString());
        }
    }

    private string SqliteConnectionString()
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.GetConnectionString()
            ?? throw new InvalidOperationException("The database has no connection string.");
    }
}
