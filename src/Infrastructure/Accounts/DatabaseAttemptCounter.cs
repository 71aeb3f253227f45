using System.Security.Cryptography;
using System.Text;
using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>
/// Counts by one statement, whose row lock makes attempts at the same moment on several nodes take turns. Both databases know it.
/// Once the limit is passed nothing is written any more, so that an attacker causes reads at most.
/// </summary>
internal sealed class DatabaseAttemptCounter(AppDbContext db, TimeProvider clock) : IAttemptCounter
{
    private const string CountOne = """
        INSERT INTO "Attempts" AS known ("Name", "Count", "EndsAt") VALUES ({0}, 1, {1})
        ON CONFLICT ("Name") DO UPDATE SET
            "Count" = CASE WHEN known."EndsAt" <= {2} THEN 1 ELSE known."Count" + 1 END,
            "EndsAt" = CASE WHEN known."EndsAt" <= {2} THEN excluded."EndsAt" WHEN known."Count" >= {3} THEN {4} ELSE known."EndsAt" END
        WHERE known."EndsAt" <= {2} OR known."Count" <= {3}
        RETURNING "Count"
        """;

    public async Task<bool> CountAsync(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var name = NameOf(limit, subject);
        var now = clock.GetUtcNow();
        var counted = await db.Database
            .SqlQueryRaw<int>(CountOne, name, db.ToStored(now + limit.Window), db.ToStored(now), limit.Most, db.ToStored(now + limit.Pause))
            .ToListAsync(cancellationToken);
        return counted is [var count] && count <= limit.Most;
    }

    public Task<bool> AreUsedUpAsync(AttemptLimit limit, string subject, CancellationToken cancellationToken)
    {
        var name = NameOf(limit, subject);
        var now = clock.GetUtcNow();
        return db.Set<Attempts>().AnyAsync(row => row.Name == name && row.EndsAt > now && row.Count >= limit.Most, cancellationToken);
    }

    private static string NameOf(AttemptLimit limit, string subject) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{limit.Kind}\n{subject}")));
}
