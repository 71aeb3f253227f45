using System.Net;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Integration.Tests.Accounts;

/// <summary>Whichever node a request is led to, it knows who is signed in and what was tried before.</summary>
public sealed class TwoNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    private const string Password = "three quiet words";
    private const string Profile = "/account/profile";

    private readonly PostgreSqlService _service = nodes.First;

    [Fact]
    public async Task Somebody_registers_signs_in_and_uses_forms_on_both_nodes_in_turn()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(nodes.AlternatingBrowser());

        await visitor.RegisterAsync(email, Password);
        await visitor.SendAsync(_service.LastLinkTo(email));
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email, Password)).Path);
        for (var request = 0; request < 4; request++)
        {
            Assert.Contains(email, (await visitor.OpenAsync(Profile)).Text);
        }

        Assert.Contains("Saved.", (await visitor.SendAsync(await visitor.OpenAsync(Profile), Profile, [("Preferences.Language", "English"), ("Preferences.TimeZone", "Etc/UTC")])).Text);
    }

    [Fact]
    public async Task A_link_for_a_new_password_from_one_node_works_on_the_other()
    {
        var email = await _service.HasAccountAsync(Password);
        var link = await _service.GetsResetLinkAsync(email);
        using var visitor = new Visitor(nodes.BrowserOfSecond());

        var page = await visitor.SendAsync(link, ("Password", "four other quiet words"));

        Assert.Contains("Your new password is set.", page.Text);
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email, "four other quiet words")).Path);
    }

    [Fact]
    public async Task Wrong_passwords_on_both_nodes_count_together_for_known_and_unknown_addresses()
    {
        var known = await _service.HasAccountAsync(Password);
        foreach (var email in (string[])[known, AccountMails.NewAddress()])
        {
            for (var attempt = 1; attempt <= 11; attempt++)
            {
                using var visitor = new Visitor(nodes.AlternatingBrowser());
                if (attempt % 2 == 0)
                {
                    await visitor.OpenAsync("/account/login");
                }

                var page = await visitor.SignInAsync(email, "not this one");
                Assert.Contains(attempt < 10 ? "E-mail address and password do not match." : "signing in is paused for five minutes", page.Text);
            }
        }
    }

    [Fact]
    public async Task Attempts_on_both_nodes_at_once_are_all_counted()
    {
        var email = AccountMails.NewAddress();
        var pages = await Task.WhenAll(Enumerable.Range(0, 30).Select(async index =>
        {
            using var visitor = new Visitor(index % 2 == 0 ? nodes.AlternatingBrowser() : nodes.BrowserOfSecond());
            return await visitor.SignInAsync(email, "not this one");
        }));

        Assert.Equal(9, pages.Count(page => page.Text.Contains("E-mail address and password do not match.", StringComparison.Ordinal)));
        Assert.Equal(21, pages.Count(page => page.Text.Contains("signing in is paused", StringComparison.Ordinal)));
        _service.Clock.Advance(TimeSpan.FromMinutes(5.1));
        using var later = new Visitor(nodes.BrowserOfSecond());
        Assert.Contains("do not match", (await later.SignInAsync(email, "not this one")).Text);
    }

    [Fact]
    public async Task One_client_fails_thirty_times_over_both_nodes_and_no_more()
    {
        using var attacker = new Visitor(nodes.AlternatingBrowser());
        for (var attempt = 0; attempt < 30; attempt++)
        {
            if (attempt % 3 == 0)
            {
                await attacker.OpenAsync("/account/login");
            }

            Assert.Equal(HttpStatusCode.OK, (await attacker.SignInAsync(AccountMails.NewAddress(), "not this one")).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await attacker.SignInAsync(AccountMails.NewAddress(), "not this one")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await attacker.SignInAsync(AccountMails.NewAddress(), "not this one")).Status);
    }

    [Fact]
    public async Task One_address_gets_ten_mails_an_hour_from_both_nodes_together()
    {
        var email = AccountMails.NewAddress();
        for (var request = 1; request <= 12; request++)
        {
            using var visitor = new Visitor(request % 2 == 0 ? nodes.AlternatingBrowser() : nodes.BrowserOfSecond());
            await visitor.SendAsync("/account/forgot-password", ("Email", email));
        }

        Assert.Equal(10, _service.Mails.To(email).Count);
    }

    [Theory]
    [InlineData("signs out everywhere")]
    [InlineData("changes the password")]
    [InlineData("is locked")]
    [InlineData("becomes an administrator")]
    [InlineData("signs out")]
    public async Task Within_a_minute_the_session_has_ended_on_the_other_node_when_its_owner(string what)
    {
        var email = await _service.HasAccountAsync(Password);
        var cookies = new CookieContainer();
        using var owner = new Visitor(nodes.AlternatingBrowser(cookies));
        await owner.SignInAsync(email, Password);
        var stolen = new CookieContainer();
        stolen.Add(cookies.GetCookies(new Uri(VoicemailService.PublicBaseUrl)));
        using var thief = new Visitor(nodes.BrowserOfSecond(stolen));
        Assert.Contains(email, (await thief.OpenAsync(Profile)).Text);

        await DoAsync(what, email, owner);
        _service.Clock.Advance(TimeSpan.FromSeconds(59));

        Assert.StartsWith("/account/login", (await thief.OpenAsync(Profile)).Path);
    }

    [Fact]
    public async Task Signing_out_leaves_the_sessions_on_other_devices_alone_also_after_they_were_looked_at()
    {
        var email = await _service.HasAccountAsync(Password);
        using var phone = new Visitor(nodes.AlternatingBrowser());
        using var computer = new Visitor(nodes.AlternatingBrowser());
        await phone.SignInAsync(email, Password);
        await computer.SignInAsync(email, Password);

        await phone.SendAsync(await phone.OpenAsync(Profile), "/account/logout", []);

        for (var minute = 0; minute < 3; minute++)
        {
            _service.Clock.Advance(TimeSpan.FromSeconds(61));
            Assert.Contains(email, (await computer.OpenAsync(Profile)).Text);
        }
    }

    [Fact]
    public async Task A_copy_of_a_cookie_that_was_renewed_ends_with_its_session_too()
    {
        var email = await _service.HasAccountAsync(Password);
        var cookies = new CookieContainer();
        using var owner = new Visitor(nodes.AlternatingBrowser(cookies));
        await owner.SignInAsync(email, Password);
        _service.Clock.Advance(TimeSpan.FromSeconds(61));
        await owner.OpenAsync(Profile);
        await owner.SendAsync(await owner.OpenAsync(Profile), "/language", [("language", "en"), ("returnUrl", Profile)]);
        var stolen = new CookieContainer();
        stolen.Add(cookies.GetCookies(new Uri(VoicemailService.PublicBaseUrl)));
        using var thief = new Visitor(nodes.BrowserOfSecond(stolen));

        await owner.SendAsync(await owner.OpenAsync(Profile), "/account/logout", []);
        _service.Clock.Advance(TimeSpan.FromSeconds(59));

        Assert.StartsWith("/account/login", (await thief.OpenAsync(Profile)).Path);
    }

    private async Task DoAsync(string what, string email, Visitor owner)
    {
        switch (what)
        {
            case "signs out everywhere":
                await owner.SendAsync(await owner.OpenAsync(Profile), "/account/profile/sign-out-everywhere", []);
                break;
            case "changes the password":
                var page = await owner.SendAsync(
                    await owner.OpenAsync(Profile), "/account/profile/password", [("Password.CurrentPassword", Password), ("Password.NewPassword", "four other quiet words")]);
                Assert.Contains("Your password is changed.", page.Text);
                break;
            case "signs out":
                await owner.SendAsync(await owner.OpenAsync(Profile), "/account/logout", []);
                break;
            default:
                await AdministerAsync(what, email);
                break;
        }
    }

    private async Task AdministerAsync(string what, string email)
    {
        var normalized = email.ToUpperInvariant();
        var id = new SubscriberId(await _service.ReadAsync(db => db.Users.Where(user => user.NormalizedEmail == normalized).Select(user => user.Id).SingleAsync()));
        await using var scope = _service.Services.CreateAsyncScope();
        var administration = scope.ServiceProvider.GetRequiredService<AccountAdministration>();
        var done = what == "is locked"
            ? await administration.LockAsync(id, new SubscriberId(Guid.CreateVersion7()))
            : await administration.MakeAdministratorAsync(id);
        Assert.True(done.IsSuccess);
    }
}
