using Hangfire.PostgreSql;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Hangfire;

/// <summary>Lets Hangfire share the application's connections.</summary>
internal sealed class DataSourceConnections(NpgsqlDataSource database) : IConnectionFactory
{
    public NpgsqlConnection GetOrCreateConnection() => database.CreateConnection();
}
