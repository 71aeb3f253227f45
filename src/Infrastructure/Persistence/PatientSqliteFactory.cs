using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>
/// The driver's connections, with <see cref="SqliteBusyWait"/>, for libraries that open their own. Without it they look for a free moment
/// far less often than everybody else, and hardly find one.
/// </summary>
internal sealed class PatientSqliteFactory : DbProviderFactory
{
    public static readonly PatientSqliteFactory Instance = new();

    public override DbConnection CreateConnection() => new Connection();

    public override DbCommand CreateCommand() => SqliteFactory.Instance.CreateCommand();

    public override DbParameter CreateParameter() => SqliteFactory.Instance.CreateParameter();

    private sealed class Connection : SqliteConnection
    {
        public override void Open()
        {
            base.Open();
            SqliteBusyWait.Set(this);
        }
    }
}
