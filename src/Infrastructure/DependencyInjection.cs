using System.Data.Common;
using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Application.Voicemails.RecordRecording;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Infrastructure.Calls;
using MaskedVoicemail.Infrastructure.Operations;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Infrastructure.Seeding;
using MaskedVoicemail.Infrastructure.Voicemails;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace MaskedVoicemail.Infrastructure;

public static class DependencyInjection
{
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddDatabase(configuration, environment).AddAccounts(configuration, environment).AddVoicemailDelivery(configuration, environment);
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
        services.AddScoped<DatabaseMigrator>();
        services.AddSingleton<DatabaseReadiness>();
        services.AddHostedService<DatabaseWatch>();
        services.AddScoped<LoadTestSeeder>();
        return options.Provider is DatabaseProvider.PostgreSql
            ? services.AddPostgres(DatabaseConnectionString.ReadPostgres(configuration))
            : services.AddSqlite(DatabaseConnectionString.ReadSqlite(configuration, environment.ContentRootPath));
    }

    private static IServiceCollection AddPostgres(this IServiceCollection services, NpgsqlConnectionStringBuilder builder)
    {
        // Statements that recur are prepared by themselves; a value in the connection string wins.
        if (!builder.ContainsKey("Max Auto Prepare") || builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = 64;
        }

        // Nothing here changes a session beyond a transaction, so there is nothing to put back: seven statements each time that a connection is opened.
        builder.NoResetOnClose = true;

        // A node that hangs, or whose machine is gone, must not hold its locks until TCP notices: one row of the job store would stop every other node.
        // Nor may it get them one after the other, once for each of its connections that stands in the queue. No transaction here waits for anything
        // but its own statements.
        if (string.IsNullOrEmpty(builder.Options))
        {
            builder.Options = "-c idle_in_transaction_session_timeout=10s -c lock_timeout=10s";
        }

        services.AddSingleton(_ => NpgsqlDataSource.Create(builder.ConnectionString));
        services.AddSingleton<DbDataSource>(provider => provider.GetRequiredService<NpgsqlDataSource>());
        services.AddSingleton(provider => new DatabaseSchemaReader(provider.GetRequiredService<DbDataSource>(), typeof(PostgresAppDbContext), StepEngineServices.PostgresJobStore));
        services.AddDbContextPool<AppDbContext, PostgresAppDbContext>((provider, context) =>
        {
            var database = provider.GetRequiredService<NpgsqlDataSource>();
            context.UseNpgsql(database).AddInterceptors(new CutShortCommands(database));
        });
        services.AddScoped<IAppDbContext>(provider => provider.GetRequiredService<AppDbContext>());
        services.AddSingleton(provider => new IntakeConnections(builder, provider.GetRequiredService<NpgsqlDataSource>()));
        services.AddSingleton<ICallIntake, PostgresCallIntake>();
        services.AddSingleton<IRecordingIntake, PostgresRecordingIntake>();
        services.AddSingleton<IMailbox, PostgresMailbox>();
        services.AddSingleton<IStepLeases, PostgresStepLeases>();
        services.AddSingleton<SeedDialect, PostgresSeedDialect>();
        return services.AddPostgresJobEngine();
    }

    private static IServiceCollection AddSqlite(this IServiceCollection services, SqliteConnectionStringBuilder builder)
    {
        services.AddSingleton(new SqliteConnections(builder.ConnectionString));
        services.AddSingleton<DbDataSource>(_ => SqliteFactory.Instance.CreateDataSource(builder.ConnectionString));
        services.AddSingleton(provider => new DatabaseSchemaReader(provider.GetRequiredService<DbDataSource>(), typeof(SqliteAppDbContext), QuartzStepEngine.LastTable));
        services.AddDbContextPool<AppDbContext, SqliteAppDbContext>(context => context.UseSqlite(builder.ConnectionString).AddInterceptors(new SqliteBusyWait()));
        services.AddScoped<IAppDbContext>(provider => provider.GetRequiredService<AppDbContext>());
        services.AddSingleton<ICallIntake, SqliteCallIntake>();
        services.AddSingleton<IRecordingIntake, SqliteRecordingIntake>();
        services.AddSingleton<IStepLeases, SqliteStepLeases>();
        services.AddSingleton<SeedDialect, SqliteSeedDialect>();
        return services.AddQuartzEngine();
    }
}
