using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Accounts;

/// <summary>A password that is forgotten, and one that is changed.</summary>
public abstract class ReplacingPasswordsTests(VoicemailService service)
{
    private const string OldPassword = "three quiet words";
    private const string NewPassword = "four even quieter words";
    private const string Profile = "/account/profile";

    [Fact]
    public async Task A_forgotten_password_is_replaced_by_a_link_that_works_once()
    {
        var email = await service.HasAccountAsync(OldPassword);
        using var visitor = new Visitor(service);
        var link = await service.GetsResetLinkAsync(email);

        await visitor.OpenAsync(link);
        Assert.Equal("Please use at least 10 characters.", (await visitor.SendAsync(link, ("Password", "short"))).ErrorAt("Password"));
        var login = await visitor.SendAsync(link, ("Password", NewPassword));

        Assert.Contains("Your new password is set.", login.Text);
        Assert.Equal(email, login.ValueOf("Email"));
        Assert.Contains("do not match", (await visitor.SignInAsync(email, OldPassword)).Text);
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email, NewPassword)).Path);
        Assert.Equal("Your password was changed", service.Mails.To(email)[^1].Subject);
        var again = await visitor.OpenAsync(link);
        Assert.Contains("This link no longer works", again.Text);
        Assert.Contains("href=\"/account/forgot-password\"", again.Html);
    }

    [Fact]
    public async Task A_form_of_a_used_link_changes_nothing()
    {
        var email = await service.HasAccountAsync(OldPassword);
        using var visitor = new Visitor(service);
        var link = await service.GetsResetLinkAsync(email);
        var form = await visitor.OpenAsync(link);
        await visitor.SendAsync(form, link, [("Password", NewPassword)]);

        var second = await visitor.SendAsync(form, link, [("Password", "yet another password")]);

        Assert.Contains("This link no longer works", second.Text);
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email, NewPassword)).Path);
    }

    [Fact]
    public async Task A_link_works_for_half_an_hour()
    {
        var email = await service.HasAccountAsync(OldPassword);
        using var visitor = new Visitor(service);
        var link = await service.GetsResetLinkAsync(email);
        service.Clock.Advance(TimeSpan.FromMinutes(29));
        var form = await visitor.OpenAsync(link);
        Assert.Contains("Set the new password", form.Text);

        service.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Contains("This link no longer works", (await visitor.SendAsync(form, link, [("Password", NewPassword)])).Text);
        Assert.Contains("This link no longer works", (await visitor.OpenAsync(link)).Text);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("%00")]
    [InlineData("")]
    [InlineData("CfDJ8Gxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_link_that_was_never_given_out_is_answered_like_an_old_one(string token)
    {
        var email = await service.HasAccountAsync(OldPassword);
        var id = await service.ReadAsync(db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
        using var visitor = new Visitor(service);

        Assert.Contains("This link no longer works", (await visitor.OpenAsync($"/account/reset-password?id={id}&token={token}")).Text);
        Assert.Contains("This link no longer works", (await visitor.OpenAsync($"/account/confirm-email?id={id}&token={token}")).Text);
        Assert.Contains("This link no longer works", (await visitor.OpenAsync($"/account/reset-password?id={token}")).Text);
    }

    [Fact]
    public async Task A_link_that_confirms_an_address_does_not_change_a_password()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service);
        await visitor.RegisterAsync(email, OldPassword);

        var link = service.LastLinkTo(email).Replace("confirm-email", "reset-password", StringComparison.Ordinal);

        Assert.Contains("This link no longer works", (await visitor.OpenAsync(link)).Text);
    }

    [Fact]
    public async Task The_page_does_not_tell_whether_an_address_has_an_account_but_the_mail_does()
    {
        var known = await service.HasAccountAsync(OldPassword);
        var unknown = AccountMails.NewAddress();
        using var visitor = new Visitor(service);

        var one = await visitor.SendAsync("/account/forgot-password", ("Email", known));
        var other = await visitor.SendAsync("/account/forgot-password", ("Email", unknown));

        Assert.Equal(one.Text.Replace(known, "…", StringComparison.Ordinal), other.Text.Replace(unknown, "…", StringComparison.Ordinal));
        Assert.Equal("Choose a new password", service.Mails.To(known)[^1].Subject);
        Assert.Equal("There is no account with this address", Assert.Single(service.Mails.To(unknown)).Subject);
    }

    [Fact]
    public async Task Nobodys_mailbox_is_flooded()
    {
        var unknown = AccountMails.NewAddress();
        using var visitor = new Visitor(service);
        for (var mail = 0; mail < 10; mail++)
        {
            Assert.Equal("/account/forgot-password/sent", (await visitor.SendAsync("/account/forgot-password", ("Email", unknown))).Path);
        }

        var page = await visitor.SendAsync("/account/forgot-password", ("Email", unknown));

        Assert.Contains("Several mails were sent to this address within the last hour.", page.Text);
        Assert.Equal(10, service.Mails.To(unknown).Count);
    }

    [Fact]
    public async Task The_link_leads_to_the_service_whatever_host_the_request_names()
    {
        var email = await service.HasAccountAsync(OldPassword);
        using var visitor = new Visitor(service);
        var page = await visitor.OpenAsync("/account/forgot-password");

        await visitor.SendAsync(page, "/account/forgot-password", [("Email", email)], host: "elsewhere.example");

        Assert.StartsWith($"{VoicemailService.PublicBaseUrl}/account/reset-password?", service.LastLinkTo(email));
        Assert.DoesNotContain("elsewhere.example", service.Mails.To(email)[^1].Json);
    }

    [Fact]
    public async Task A_new_password_confirms_the_address_ends_a_pause_and_ends_all_sessions()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service);
        using var device = new Visitor(service);
        await visitor.RegisterAsync(email, OldPassword);
        await visitor.SendAsync(await service.GetsResetLinkAsync(email), ("Password", OldPassword + "!"));
        Assert.Equal("/voicemails", (await device.SignInAsync(email, OldPassword + "!")).Path);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await visitor.SignInAsync(email, "not this one");
        }

        await visitor.SendAsync(await service.GetsResetLinkAsync(email), ("Password", NewPassword));
        service.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.StartsWith("/account/login", (await device.OpenAsync(Profile)).Path);
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email, NewPassword)).Path);
    }

    [Fact]
    public async Task Changing_the_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var email = await service.HasAccountAsync(OldPassword);
        using var visitor = new Visitor(service);
        using var other = new Visitor(service);
        await visitor.SignInAsync(email, OldPassword);
        await other.SignInAsync(email, OldPassword);

        var page = await ChangeAsync(visitor, OldPassword);
        service.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Contains("Your password is changed.", page.Text);
        Assert.Equal("Your password was changed", service.Mails.To(email)[^1].Subject);
        Assert.Equal(Profile, (await visitor.OpenAsync(Profile)).Path);
        Assert.StartsWith("/account/login", (await other.OpenAsync(Profile)).Path);
        Assert.Equal("/voicemails", (await other.SignInAsync(email, NewPassword)).Path);
    }

    [Fact]
    public async Task Whoever_finds_a_session_open_cannot_guess_the_password_there()
    {
        var email = await service.HasAccountAsync(OldPassword);
        using var visitor = new Visitor(service);
        await visitor.SignInAsync(email, OldPassword);

        Assert.Equal("This is not your present password.", (await ChangeAsync(visitor, "not this one")).ErrorAt("Password.CurrentPassword"));
        for (var attempt = 0; attempt < 9; attempt++)
        {
            await ChangeAsync(visitor, "not this one");
        }

        Assert.Contains("signing in is paused", (await ChangeAsync(visitor, OldPassword)).Text);
    }

    private static async Task<WebPage> ChangeAsync(Visitor visitor, string currentPassword) => await visitor.SendAsync(
        await visitor.OpenAsync(Profile), "/account/profile/password", [("Password.CurrentPassword", currentPassword), ("Password.NewPassword", NewPassword)]);

    public sealed class OnSqlite(SqliteService service) : ReplacingPasswordsTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ReplacingPasswordsTests(service), IClassFixture<PostgreSqlService>;
}
