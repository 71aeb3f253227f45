using System.Data.Common;
using MaskedVoicemail.Infrastructure.Accounts;
using Microsoft.AspNetCore.Identity;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>
/// Who can sign in to a demonstration. Made in Development only, so everybody may know the password.
/// Each start asks for them, so without EF Core, whose first query takes a second.
/// </summary>
public sealed class DemoAccounts(DbDataSource database, IPasswordHasher<ApplicationUser> passwords)
{
    public const string Owner = "owner@example.test";

    public const string Administrator = "admin@example.test";

    public const string Password = "Demo-Passw0rd";

    private const string Any = """SELECT EXISTS (SELECT 1 FROM "AspNetUsers")""";

    private const string Hashes = $"""
        SELECT "Email", "PasswordHash" FROM "AspNetUsers" WHERE "Email" IN ('{Owner}', '{Administrator}') ORDER BY "Email" DESC
        """;

    /// <summary>Whether there is any account, of the demonstration or not.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Any);
        return await command.ExecuteScalarAsync(cancellationToken) is true or 1L;
    }

    /// <returns>The e-mail addresses of those that are there and still have the password.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(CancellationToken cancellationToken)
    {
        List<string> found = [];
        await using var command = database.CreateCommand(Hashes);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            if (passwords.VerifyHashedPassword(new ApplicationUser(), rows.GetString(1), Password) is not PasswordVerificationResult.Failed)
            {
                found.Add(rows.GetString(0));
            }
        }

        return found;
    }
}
