using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>PostgreSQL, for more than one node or a large service.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options)
{
    protected override bool IsUniqueViolation(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    internal override object ToStored(DateTimeOffset time) => time.ToUniversalTime();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}
