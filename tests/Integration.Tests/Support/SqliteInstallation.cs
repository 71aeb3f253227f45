using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>With the default database, which is not there yet.</summary>
public sealed class SqliteInstallation : Installation
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public override AppDbContext Open() => new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>()
        .UseSqlite($"Data Source={Path.Combine(Folder, "data", "maskedvoicemail.db")};Pooling=false").Options);
}
