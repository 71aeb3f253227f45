using System.Net;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Accounts;

/// <summary>Who gets in, who does not, and for how long.</summary>
public abstract class SigningInTests(VoicemailService service)
{
    private const string Password = "three quiet words";
    private const string Profile = "/account/profile";

    [Fact]
    public async Task Somebody_signs_in_and_out_again()
    {
        var email = await service.HasAccountAsync(Password);
        using var visitor = new Visitor(service);

        Assert.StartsWith("/account/login", (await visitor.OpenAsync(Profile)).Path);
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email.ToUpperInvariant(), Password)).Path);
        Assert.Contains(email, (await visitor.OpenAsync(Profile)).Text);

        var signedOut = await visitor.SendAsync(await visitor.OpenAsync(Profile), "/account/logout", []);

        Assert.Contains("You are signed out.", signedOut.Text);
        Assert.StartsWith("/account/login", (await visitor.OpenAsync(Profile)).Path);
    }

    [Fact]
    public async Task One_comes_back_to_the_page_that_one_wanted()
    {
        var email = await service.HasAccountAsync(Password);
        using var visitor = new Visitor(service);

        var login = await visitor.OpenAsync(Profile);
        var page = await visitor.SendAsync(login, "/account/login", [("Email", email), ("Password", Password), ("ReturnUrl", login.ValueOf("ReturnUrl")!)]);

        Assert.Equal(Profile, page.Path);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    public async Task Signing_in_leads_to_no_other_site(string returnUrl)
    {
        var email = await service.HasAccountAsync(Password);
        using var visitor = new Visitor(service);

        var page = await visitor.SendAsync("/account/login", ("Email", email), ("Password", Password), ("ReturnUrl", returnUrl));

        Assert.Equal("/voicemails", page.Path);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_like_a_wrong_password_also_when_there_were_too_many()
    {
        var known = await service.HasAccountAsync(Password);
        var unknown = AccountMails.NewAddress();

        for (var attempt = 1; attempt <= 11; attempt++)
        {
            using var visitor = new Visitor(service);
            var one = await visitor.SignInAsync(known, "not this one");
            var other = await visitor.SignInAsync(unknown, "not this one");

            Assert.Equal(one.Text, other.Text);
            Assert.Contains(attempt < 10 ? "E-mail address and password do not match." : "signing in is paused for five minutes", one.Text);
        }
    }

    [Fact]
    public async Task Ten_wrong_passwords_pause_an_account_for_five_minutes_also_when_they_come_at_once()
    {
        var email = await service.HasAccountAsync(Password);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            using var attacker = new Visitor(service);
            await attacker.SignInAsync(email, "not this one");
        }));

        using var visitor = new Visitor(service);
        Assert.Contains("signing in is paused for five minutes", (await visitor.SignInAsync(email, Password)).Text);
        service.Clock.Advance(TimeSpan.FromMinutes(5.1));
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email, Password)).Path);
    }

    [Fact]
    public async Task The_right_password_forgives_the_wrong_ones()
    {
        var email = await service.HasAccountAsync(Password);
        for (var round = 0; round < 3; round++)
        {
            using var visitor = new Visitor(service);
            for (var attempt = 0; attempt < 5; attempt++)
            {
                await visitor.SignInAsync(email, "not this one");
            }

            Assert.Equal("/voicemails", (await visitor.SignInAsync(email, Password)).Path);
        }
    }

    [Fact]
    public async Task A_locked_account_is_told_so_only_to_somebody_who_knows_its_password()
    {
        var email = await service.HasAccountAsync(Password);
        var normalized = email.ToUpperInvariant();
        await service.ChangeAsync(async db => (await db.Users.SingleAsync(user => user.NormalizedEmail == normalized)).LockoutEnd = DateTimeOffset.MaxValue);
        using var visitor = new Visitor(service);

        Assert.Contains("E-mail address and password do not match.", (await visitor.SignInAsync(email, "not this one")).Text);
        Assert.Contains("This account is locked.", (await visitor.SignInAsync(email, Password)).Text);
    }

    [Fact]
    public async Task One_client_fails_thirty_times_in_five_minutes_and_no_more()
    {
        var email = await service.HasAccountAsync(Password);
        using var attacker = new Visitor(service, "zh-CN");
        for (var attempt = 0; attempt < 30; attempt++)
        {
            Assert.Equal(HttpStatusCode.OK, (await attacker.SignInAsync(AccountMails.NewAddress(), "not this one")).Status);
        }

        var refused = await attacker.SignInAsync(email, Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Contains("尝试", refused.Text);
        using var other = new Visitor(service);
        Assert.Equal("/voicemails", (await other.SignInAsync(email, Password)).Path);
    }

    [Fact]
    public async Task A_button_that_is_pressed_twice_does_no_harm()
    {
        var email = await service.HasAccountAsync(Password);
        using var visitor = new Visitor(service);
        var login = await visitor.OpenAsync("/account/login");
        (string, string)[] fields = [("Email", email), ("Password", Password)];

        await visitor.SendAsync(login, "/account/login", fields);
        Assert.Equal("/voicemails", (await visitor.SendAsync(login, "/account/login", fields)).Path);

        var profile = await visitor.OpenAsync(Profile);
        await visitor.SendAsync(profile, "/account/logout", []);
        Assert.Equal("/", (await visitor.SendAsync(profile, "/account/logout", [])).Path);
    }

    [Fact]
    public async Task Signing_out_everywhere_holds_on_other_devices_within_a_minute()
    {
        var email = await service.HasAccountAsync(Password);
        using var phone = new Visitor(service);
        using var computer = new Visitor(service);
        await phone.SignInAsync(email, Password);
        await computer.SignInAsync(email, Password);

        var page = await phone.SendAsync(await phone.OpenAsync(Profile), "/account/profile/sign-out-everywhere", []);
        service.Clock.Advance(TimeSpan.FromSeconds(61));

        Assert.Equal("/account/login", page.Path);
        Assert.StartsWith("/account/login", (await phone.OpenAsync(Profile)).Path);
        Assert.StartsWith("/account/login", (await computer.OpenAsync(Profile)).Path);
    }

    [Fact]
    public async Task The_language_switch_changes_the_page_and_the_account()
    {
        var email = await service.HasAccountAsync(Password);
        using var visitor = new Visitor(service);
        await visitor.SignInAsync(email, Password);

        var page = await visitor.SendAsync(await visitor.OpenAsync(Profile), "/language", [("language", "zh-CN"), ("returnUrl", Profile)]);

        Assert.Equal(Profile, page.Path);
        Assert.Contains("个人资料与密码", page.Text);
        Assert.Equal(Language.Chinese, await service.ReadAsync(db => db.Subscribers.Where(row => row.Email == email).Select(row => row.Language).SingleAsync()));
        using var elsewhere = new Visitor(service);
        await elsewhere.SignInAsync(email, Password);
        Assert.Contains("个人资料与密码", (await elsewhere.OpenAsync(Profile)).Text);
    }

    [Fact]
    public async Task The_language_switch_leads_to_no_other_site()
    {
        using var visitor = new Visitor(service);

        var page = await visitor.SendAsync(await visitor.OpenAsync("/account/login"), "/language", [("language", "zh-CN"), ("returnUrl", "https://elsewhere.example/")]);

        Assert.Equal("/", page.Path);
        Assert.Contains("登录", page.Text);
    }

    public sealed class OnSqlite(SqliteService service) : SigningInTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : SigningInTests(service), IClassFixture<PostgreSqlService>;
}
