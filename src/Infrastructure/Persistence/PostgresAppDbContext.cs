using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>PostgreSQL, for more than one node or a large service.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}
