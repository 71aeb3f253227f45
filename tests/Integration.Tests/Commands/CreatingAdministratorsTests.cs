using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Commands;

public abstract class CreatingAdministratorsTests(Installation installation) : CommandTests(installation)
{
    private const string Email = "Ada@example.test";
    private const string Password = "long enough";

    [Fact]
    public async Task An_administrator_can_sign_in_with_what_was_given()
    {

        Fails(await CreateAsync(Email, "too short"), "Passwords must be at least 10 characters.");
        Fails(await CreateAsync("nonsense", Password), "Email 'nonsense' is invalid.");
        Assert.Equal(0, await Installation.ReadAsync(db => db.Users.CountAsync(Cancellation)));

        var created = await Installation.SucceedsAsync("create-admin", "--email", Email, "--password", Password);

        Assert.Equal($"Created the administrator {Email}.", created.Output.Trim());
        var account = await Installation.ReadAsync(db => db.Users.SingleAsync(Cancellation));
        Assert.True(account.EmailConfirmed);
        Assert.Equal(PasswordVerificationResult.Success, new PasswordHasher<ApplicationUser>().VerifyHashedPassword(account, account.PasswordHash!, Password));
        Assert.Equal([ApplicationRole.Administrator], await RolesAsync());
        Assert.Equal(account.Id, (await Installation.ReadAsync(db => db.Subscribers.SingleAsync(Cancellation))).Id.Value);

        var again = await Installation.SucceedsAsync("create-admin", "--email", "ada@EXAMPLE.test", "--password", Password);
        Assert.Equal("The account ada@EXAMPLE.test is an administrator's already.", again.Output.Trim());
        Fails(await CreateAsync(Email, "another password"), "its password is another one. Nothing was changed.");
    }

    [Fact]
    public async Task An_account_becomes_an_administrators_by_its_own_password_only()
    {
        await Installation.SucceedsAsync("seed", "--numbers", "1");

        Fails(await CreateAsync("user0@example.test", Password), "its password is another one. Nothing was changed.");
        Assert.Empty(await RolesAsync());

        var promoted = await Installation.SucceedsAsync("create-admin", "--email", "user0@example.test", "--password", "Passw0rd!Seed");
        Assert.Equal("The account user0@example.test is an administrator's now.", promoted.Output.Trim());
        Assert.Equal([ApplicationRole.Administrator], await RolesAsync());
    }

    private Task<ProgramRun> CreateAsync(string email, string password) =>
        Installation.RunAsync("create-admin", "--email", email, "--password", password);

    private Task<List<string?>> RolesAsync() => Installation.ReadAsync(db =>
        db.UserRoles.Join(db.Roles, user => user.RoleId, role => role.Id, (_, role) => role.Name).ToListAsync(Cancellation));

    public sealed class OnSqlite() : CreatingAdministratorsTests(new SqliteInstallation());

    public sealed class OnPostgreSql() : CreatingAdministratorsTests(new PostgreSqlInstallation());
}
