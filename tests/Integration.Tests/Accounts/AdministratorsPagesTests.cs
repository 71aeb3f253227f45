using System.Net;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.Accounts;

/// <summary>The administrators' area is theirs alone, and each of its pages can be shown on either database.</summary>
public abstract class AdministratorsPagesTests(VoicemailService service)
{
    private static readonly string[] Pages =
    [
        "/admin", "/admin/numbers", "/admin/numbers?search=555&page=2", "/admin/numbers/new", "/admin/quotas", "/admin/quotas?filter=near&search=a",
        "/admin/quotas/plans/new", "/admin/steps", "/admin/mail", "/admin/mail?filter=came-back&page=2", "/admin/mail/suppressed", "/admin/users", "/admin/users?search=owner",
    ];

    private static SubscriberId Somebody => new(Guid.CreateVersion7());

    [Fact]
    public async Task An_administrator_sees_every_page()
    {
        var number = await service.HasNumberAsync();
        using var administrator = new Reader(service, Somebody, ApplicationRole.Administrator);

        foreach (var page in Pages.Concat([$"/admin/numbers/{number.Id}", $"/admin/quotas/{number.SubscriptionId}"]))
        {
            Assert.Contains("</html>", await administrator.ReadAsync(page), StringComparison.Ordinal);
        }

        using var missing = await administrator.GetAsync($"/admin/numbers/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_subscriber_sees_none_of_them_and_changes_nothing()
    {
        var number = await service.HasNumberAsync();
        using var subscriber = new Reader(service, number.OwnerId);

        foreach (var page in Pages)
        {
            using var refused = await subscriber.GetAsync(page);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }

        using var released = await subscriber.PostAsync($"/admin/numbers/{number.Id}/release");
        Assert.Contains(number.E164[^4..], await subscriber.ReadAsync($"/settings/forwarding/{number.Id}"));
    }

    [Fact]
    public async Task The_page_of_a_number_names_Twilios_addresses_and_hides_the_owners_phone()
    {
        var number = await service.HasNumberAsync(settings => settings with { Target = Domain.Numbers.PhoneNumber.Parse("+12125557788") });
        using var administrator = new Reader(service, Somebody, ApplicationRole.Administrator);

        var page = await administrator.ReadAsync($"/admin/numbers/{number.Id}");

        foreach (var path in new[] { "voice", "voice-fallback", "call-status", "sms" })
        {
            Assert.Contains($"{VoicemailService.PublicBaseUrl}/webhook/{path}#rc=", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("5557788", page, StringComparison.Ordinal);
        Assert.DoesNotContain("555-7788", page, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(SqliteService service) : AdministratorsPagesTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : AdministratorsPagesTests(service), IClassFixture<PostgreSqlService>;
}
