using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MaskedVoicemail.Migrations;

internal sealed class PostgresAppDbContextFactory : IDesignTimeDbContextFactory<PostgresAppDbContext>
{
    // Scaffolding reads the model and never connects; without a server at hand the address is only a form.
    private const string NoServer = "Host=localhost";

    public PostgresAppDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql(NoServer).Options;
        return new PostgresAppDbContext(options);
    }
}
