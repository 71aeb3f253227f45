using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Accounts;

/// <summary>From the first form to an account that one can sign in to.</summary>
public abstract class RegisteringTests(VoicemailService service)
{
    private const string Password = "three quiet words";

    [Fact]
    public async Task An_account_is_ready_when_its_address_is_confirmed()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service, "zh-CN");

        var sent = await visitor.SendAsync("/account/register", ("Email", $" {email} "), ("Password", Password), ("TimeZone", "Asia/Shanghai"));
        Assert.Contains(email, sent.Text);
        Assert.Contains("还差一步", (await visitor.SignInAsync(email, Password)).Text);
        var confirmed = await visitor.SendAsync(service.LastLinkTo(email));

        Assert.Contains("邮箱地址已确认", confirmed.Text);
        Assert.Equal(email, confirmed.ValueOf("Email"));
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email, Password)).Path);
        var mail = Assert.Single(service.Mails.To(email));
        Assert.Equal("请确认您的邮箱地址", mail.Subject);
        var subscriber = await SubscriberAsync(email);
        Assert.Equal((Language.Chinese, "Asia/Shanghai"), (subscriber.Language, subscriber.TimeZone));
        Assert.True(await service.ReadAsync(db => db.Users.AnyAsync(user => user.Id == subscriber.Id.Value && user.Email == email)));
    }

    [Fact]
    public async Task A_browser_without_a_known_time_zone_gets_universal_time()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service);

        await visitor.SendAsync("/account/register", ("Email", email), ("Password", Password), ("TimeZone", "Mars/Olympus_Mons"));

        Assert.Equal(Subscriber.DefaultTimeZone, (await SubscriberAsync(email)).TimeZone);
    }

    [Fact]
    public async Task An_unconfirmed_account_stays_closed_and_says_so_only_to_its_owner()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service);
        await visitor.RegisterAsync(email, Password);

        Assert.Contains("please confirm your e-mail address", (await visitor.SignInAsync(email, Password)).Text);
        Assert.Contains("do not match", (await visitor.SignInAsync(email, "not this one")).Text);
    }

    [Fact]
    public async Task Opening_the_link_confirms_nothing_because_mail_scanners_open_it_too()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service);
        await visitor.RegisterAsync(email, Password);
        var link = service.LastLinkTo(email);

        await visitor.OpenAsync(link);
        await visitor.OpenAsync(link);
        Assert.Contains("please confirm your e-mail address", (await visitor.SignInAsync(email, Password)).Text);

        await visitor.SendAsync(link);
        Assert.Equal("/voicemails", (await visitor.SignInAsync(email, Password)).Path);
    }

    [Fact]
    public async Task The_page_does_not_tell_whether_an_address_has_an_account_but_the_mail_does()
    {
        var known = await service.HasAccountAsync(Password);
        var unknown = AccountMails.NewAddress();
        using var visitor = new Visitor(service);

        var one = await visitor.RegisterAsync(known, "some other password");
        var other = await visitor.RegisterAsync(unknown, "some other password");

        Assert.Equal(one.Text.Replace(known, "…", StringComparison.Ordinal), other.Text.Replace(unknown, "…", StringComparison.Ordinal));
        Assert.Equal("You already have an account", service.Mails.To(known)[^1].Subject);
        Assert.Equal("Confirm your e-mail address", service.Mails.To(unknown)[^1].Subject);
        Assert.Equal("/voicemails", (await visitor.SignInAsync(known, Password)).Path);
    }

    [Fact]
    public async Task Whoever_registers_a_strangers_address_first_does_not_get_their_account()
    {
        var email = AccountMails.NewAddress();
        using var stranger = new Visitor(service);
        await stranger.RegisterAsync(email, "the stranger's own");
        var firstLink = service.LastLinkTo(email);
        using var owner = new Visitor(service);

        await owner.RegisterAsync(email, Password);

        Assert.Contains("This link no longer works", (await owner.OpenAsync(firstLink)).Text);
        await owner.SendAsync(service.LastLinkTo(email));
        Assert.Contains("do not match", (await stranger.SignInAsync(email, "the stranger's own")).Text);
        Assert.Equal("/voicemails", (await owner.SignInAsync(email, Password)).Path);
    }

    [Fact]
    public async Task A_form_that_is_sent_several_times_makes_one_account_and_every_link_works()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service);
        var page = await visitor.OpenAsync("/account/register");

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => visitor.SendAsync(page, "/account/register", [("Email", email), ("Password", Password)])));

        Assert.All(answers, answer => Assert.Equal("/account/confirm-email/sent", answer.Path));
        Assert.Equal(1, await service.ReadAsync(db => db.Users.CountAsync(user => user.Email == email)));
        Assert.Equal(1, await service.ReadAsync(db => db.Subscribers.CountAsync(row => row.Email == email)));
        Assert.Equal(4, service.Mails.To(email).Count);
        Assert.Contains("Your e-mail address is confirmed.", (await visitor.SendAsync(service.LastLinkTo(email))).Text);
    }

    [Fact]
    public async Task An_old_link_leads_to_a_new_one()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service);
        await visitor.RegisterAsync(email, Password);
        var link = service.LastLinkTo(email);
        service.Clock.Advance(TimeSpan.FromDays(3.1));

        var page = await visitor.OpenAsync(link);
        Assert.Contains("This link no longer works", page.Text);
        Assert.Contains("href=\"/account/confirm-email/new\"", page.Html);
        await visitor.SendAsync("/account/confirm-email/new", ("Email", email));

        Assert.Contains("Your e-mail address is confirmed.", (await visitor.SendAsync(service.LastLinkTo(email))).Text);
    }

    [Theory]
    [InlineData("", "Email", "请输入邮箱地址。")]
    [InlineData("nobody", "Email", "请检查邮箱地址，格式应类似 name@example.com。")]
    [InlineData("a b@example.test", "Email", "请检查邮箱地址，格式应类似 name@example.com。")]
    [InlineData("Ann <ann@example.test>", "Email", "请检查邮箱地址，格式应类似 name@example.com。")]
    [InlineData("ann@example.test", "Password", "请至少使用 10 个字符。", "too short")]
    [InlineData("ann@example.test", "Password", "请设置密码。", "")]
    [InlineData("ann@example.test", "Password", "重复字符太多，容易被猜到，请换一个密码。", "aaaaaaaaaaaa")]
    [InlineData("ann@example.test", "Password", "密码不能与邮箱地址相同。", "Ann@example.test")]
    public async Task A_mistake_is_explained_at_its_field_and_nothing_but_the_password_must_be_typed_again(
        string email, string field, string sentence, string password = Password)
    {
        using var visitor = new Visitor(service, "zh");

        var page = await visitor.RegisterAsync(email, password);

        Assert.Equal(sentence, page.ErrorAt(field));
        Assert.Equal(email, page.ValueOf("Email") ?? "");
        Assert.Null(page.ValueOf("Password"));
    }

    [Fact]
    public async Task An_address_may_hold_what_mail_servers_allow()
    {
        var email = $"o'brien+été{Guid.NewGuid():N}@example.test";
        using var visitor = new Visitor(service);

        var page = await visitor.RegisterAsync(email, Password);

        Assert.Equal("/account/confirm-email/sent", page.Path);
        Assert.Single(service.Mails.To(email));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_sent_is_admitted_and_the_form_can_be_sent_again()
    {
        var email = AccountMails.NewAddress();
        using var visitor = new Visitor(service);
        service.Line.Faults.Mail.RespondWith(500).Once();

        var page = await visitor.RegisterAsync(email, Password);
        Assert.Contains("We could not send the e-mail just now.", page.Text);
        Assert.Equal(email, page.ValueOf("Email"));

        Assert.Equal("/account/confirm-email/sent", (await visitor.RegisterAsync(email, Password)).Path);
        Assert.Contains("Your e-mail address is confirmed.", (await visitor.SendAsync(service.LastLinkTo(email))).Text);
    }

    private Task<Subscriber> SubscriberAsync(string email) => service.ReadAsync(db => db.Subscribers.AsNoTracking().SingleAsync(row => row.Email == email));

    public sealed class OnSqlite(SqliteService service) : RegisteringTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : RegisteringTests(service), IClassFixture<PostgreSqlService>;
}
