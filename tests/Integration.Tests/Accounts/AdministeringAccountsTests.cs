using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Integration.Tests.Accounts;

/// <summary>What administrators do to accounts; there is always one of them left who can.</summary>
public abstract class AdministeringAccountsTests(VoicemailService service)
{
    private static readonly SubscriberId SomebodyElse = new(Guid.CreateVersion7());

    [Fact]
    public async Task The_last_administrator_stays_one_even_when_two_unmake_each_other()
    {
        var (first, second) = (await HasAccountAsync(), await HasAccountAsync());
        await DoAsync(accounts => accounts.MakeAdministratorAsync(first));
        await DoAsync(accounts => accounts.MakeAdministratorAsync(second));

        var answers = await Task.WhenAll(
            DoAsync(accounts => accounts.UnmakeAdministratorAsync(first, TestContext.Current.CancellationToken)),
            DoAsync(accounts => accounts.UnmakeAdministratorAsync(second, TestContext.Current.CancellationToken)));

        Assert.Single(answers, answer => answer.IsSuccess);
        Assert.Equal([AccountAdministration.LastAdministrator], Assert.Single(answers, answer => !answer.IsSuccess).Errors);
    }

    [Fact]
    public async Task Only_a_confirmed_account_becomes_an_administrators()
    {
        var account = await HasAccountAsync(isConfirmed: false);

        Assert.Equal([AccountAdministration.NotConfirmed], (await DoAsync(accounts => accounts.MakeAdministratorAsync(account))).Errors);
    }

    [Fact]
    public async Task A_locked_account_is_signed_out_and_stays_locked_until_it_is_unlocked()
    {
        var account = await HasAccountAsync();
        var before = await StampAsync(account);

        Assert.True((await DoAsync(accounts => accounts.LockAsync(account, SomebodyElse))).IsSuccess);
        var locked = await ShownAsync(account);
        Assert.True(locked.IsLockedForGood && locked.IsLockedAt(service.Clock.GetUtcNow().AddYears(100)));
        Assert.NotEqual(before, await StampAsync(account));

        Assert.True((await DoAsync(accounts => accounts.UnlockAsync(account))).IsSuccess);
        Assert.False((await ShownAsync(account)).IsLockedAt(service.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Nobody_locks_themselves_out()
    {
        var account = await HasAccountAsync();

        Assert.Equal([AccountAdministration.OwnAccount], (await DoAsync(accounts => accounts.LockAsync(account, account))).Errors);
    }

    [Fact]
    public async Task Accounts_are_found_by_a_part_of_their_address()
    {
        var account = await HasAccountAsync();
        var email = (await ShownAsync(account)).Email;

        await using var scope = service.Services.CreateAsyncScope();
        var page = await scope.ServiceProvider.GetRequiredService<AccountDirectory>().ListAsync(email[..20], page: 1, TestContext.Current.CancellationToken);

        Assert.Equal(account, Assert.Single(page.Items).Id);
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task What_is_asked_of_an_account_that_is_gone_is_not_found()
    {
        Assert.Equal([AccountAdministration.NotFound], (await DoAsync(accounts => accounts.SignOutEverywhereAsync(SomebodyElse))).Errors);
        Assert.Equal([AccountAdministration.NotFound], (await DoAsync(accounts => accounts.UnlockAsync(SomebodyElse))).Errors);
    }

    private async Task<SubscriberId> HasAccountAsync(bool isConfirmed = true)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var user = new ApplicationUser { Id = Guid.CreateVersion7(), EmailConfirmed = isConfirmed };
        user.UserName = user.Email = $"{user.Id:N}@example.test";
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>().CreateAsync(user, "correct horse battery");
        Assert.True(created.Succeeded, created.ToString());
        var id = new SubscriberId(user.Id);
        await service.ChangeAsync(db =>
        {
            db.Add(Subscriber.Create(id, user.Email, Language.English, Subscriber.DefaultTimeZone, service.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        return id;
    }

    private async Task<Result> DoAsync(Func<AccountAdministration, Task<Result>> change)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await change(scope.ServiceProvider.GetRequiredService<AccountAdministration>());
    }

    private async Task<AccountListItem> ShownAsync(SubscriberId id)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<AccountDirectory>().FindAsync(id, TestContext.Current.CancellationToken);
        return Assert.IsType<AccountListItem>(found);
    }

    private Task<string?> StampAsync(SubscriberId id) => service.ReadAsync(async db => (await db.Users.FindAsync(id.Value))?.SecurityStamp);

    public sealed class OnSqlite(SqliteService service) : AdministeringAccountsTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : AdministeringAccountsTests(service), IClassFixture<PostgreSqlService>;
}
