using System.Net;
using System.Text.RegularExpressions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.Voicemails;

/// <summary>The inbox, as its owner and as nobody else sees it.</summary>
public abstract partial class BrowsingVoicemailsTests(VoicemailService service)
{
    private const string Inbox = "/voicemails";
    private const string StatusCookie = "__Host-mv-status";

    [Fact]
    public async Task Pages_of_twenty_hold_every_message_once_newest_first_and_lead_back()
    {
        var number = await HasNumberAsync();
        using var reader = new Reader(service, number.OwnerId);
        var start = service.Clock.GetUtcNow().AddHours(-1);
        var expected = new List<(DateTimeOffset At, VoicemailId Id)>();
        foreach (var index in Enumerable.Range(0, 45))
        {
            // Five at the same instant, across the end of a page.
            var at = start.AddMinutes(index is >= 22 and < 27 ? 22 : index);
            expected.Add((at, await service.HasMessageAsync(number, at: at)));
        }

        var pages = new List<string[]>();
        var page = await reader.ReadAsync(Inbox);
        pages.Add(Rows(page));
        while (Link(page, "next") is { } older)
        {
            page = await reader.ReadAsync(older);
            pages.Add(Rows(page));
        }

        Assert.Equal([20, 20, 5], pages.Select(rows => rows.Length));
        Assert.Equal(
            expected.OrderByDescending(message => message.At).ThenByDescending(message => message.Id).Select(message => message.Id.ToString()),
            pages.SelectMany(rows => rows));

        var middle = await reader.ReadAsync(Link(page, "prev")!);
        Assert.Equal(pages[1], Rows(middle));
        using var first = await reader.GetAsync(Link(middle, "prev")!);
        Assert.Equal(Inbox, first.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_message_that_is_only_expected_or_was_never_left_is_not_shown()
    {
        var number = await HasNumberAsync();
        using var reader = new Reader(service, number.OwnerId);

        await service.ExpectsMessageAsync(number, "+12125550100", callerName: null, service.Clock.GetUtcNow());

        Assert.Empty(Rows(await reader.ReadAsync(Inbox)));
    }

    [Fact]
    public async Task What_a_change_says_is_said_once_and_no_cookie_is_sent_beside_it()
    {
        var number = await HasNumberAsync();
        var message = await service.HasMessageAsync(number);
        using var reader = new Reader(service, number.OwnerId);

        using var change = await reader.PostAsync($"{Inbox}/{message}/archive");
        using var answer = await reader.GetAsync(Inbox);
        using var next = await reader.GetAsync(Inbox);

        Assert.Contains(StatusCookie, Assert.Single(change.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Contains($"{StatusCookie}=;", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.False(next.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task Nobody_reaches_anothers_message_on_any_way()
    {
        var number = await HasNumberAsync();
        var message = await service.HasMessageAsync(number);
        using var stranger = new Reader(service, (await HasNumberAsync()).OwnerId);

        foreach (var id in new[] { message.ToString(), Guid.CreateVersion7().ToString(), "garbage" })
        {
            foreach (var path in new[] { "", "/row", "/audio", "/audio?download=1" })
            {
                using var read = await stranger.GetAsync($"{Inbox}/{id}{path}");
                using var ranged = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Get, $"{Inbox}/{id}{path}") { Headers = { { "Range", "bytes=0-3" } } });
                Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [read.StatusCode, ranged.StatusCode]);
            }

            using var head = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{Inbox}/{id}/audio"));
            Assert.Equal(HttpStatusCode.NotFound, head.StatusCode);
            foreach (var action in new[] { "played", "heard", "new", "archive", "inbox", "delete", "restore" })
            {
                using var changed = await stranger.PostAsync($"{Inbox}/{id}/{action}");
                Assert.Equal(HttpStatusCode.NotFound, changed.StatusCode);
            }
        }

        using var bulk = await stranger.PostAsync($"{Inbox}/delete", KeyValuePair.Create("ids", message.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, bulk.StatusCode);
        var untouched = await service.VoicemailAsync(message);
        Assert.Equal([null, null, null], [untouched.HeardAt, untouched.ArchivedAt, untouched.DeletedAt]);
    }

    [Fact]
    public async Task Reading_a_messages_page_leaves_it_new_and_playing_it_does_not()
    {
        var number = await HasNumberAsync();
        var message = await service.HasMessageAsync(number, text: "Please call me back");
        using var reader = new Reader(service, number.OwnerId);

        Assert.Contains("Please call me back", await reader.ReadAsync($"{Inbox}/{message}"));
        await reader.ReadAsync($"{Inbox}/{message}/row");
        Assert.Null((await service.VoicemailAsync(message)).HeardAt);

        using var played = await reader.PostAsync($"{Inbox}/{message}/played");
        Assert.Equal(HttpStatusCode.NoContent, played.StatusCode);
        Assert.NotNull((await service.VoicemailAsync(message)).HeardAt);
    }

    [Fact]
    public async Task What_is_ticked_is_archived_and_brought_back_by_undo()
    {
        var number = await HasNumberAsync();
        VoicemailId[] messages = [await service.HasMessageAsync(number), await service.HasMessageAsync(number)];
        using var reader = new Reader(service, number.OwnerId);
        var ticked = messages.Select(id => KeyValuePair.Create("ids", id.ToString())).ToArray();

        using var archived = await reader.PostAsync($"{Inbox}/archive", ticked);
        Assert.Equal(Inbox, archived.Headers.Location?.OriginalString);
        var page = await reader.ReadAsync(Inbox);
        Assert.Contains("2 messages archived.", page);
        Assert.Contains($"""action="{Inbox}/inbox""", page);
        Assert.Empty(Rows(page));
        Assert.Equal(2, Rows(await reader.ReadAsync($"{Inbox}?folder=archived")).Length);

        (await reader.PostAsync($"{Inbox}/inbox", ticked)).Dispose();
        Assert.Equal(2, Rows(await reader.ReadAsync(Inbox)).Length);
    }

    [Fact]
    public async Task A_deleted_message_is_restored_to_where_it_lay()
    {
        var number = await HasNumberAsync();
        var message = await service.HasMessageAsync(number);
        using var reader = new Reader(service, number.OwnerId);

        (await reader.PostAsync($"{Inbox}/{message}/archive")).Dispose();
        (await reader.PostAsync($"{Inbox}/{message}/delete")).Dispose();
        Assert.Empty(Rows(await reader.ReadAsync($"{Inbox}?folder=archived")));
        Assert.Equal([message.ToString()], Rows(await reader.ReadAsync($"{Inbox}?folder=deleted")));

        (await reader.PostAsync($"{Inbox}/{message}/restore")).Dispose();
        Assert.Equal([message.ToString()], Rows(await reader.ReadAsync($"{Inbox}?folder=archived")));
    }

    [Fact]
    public async Task An_action_returns_to_no_foreign_site()
    {
        var number = await HasNumberAsync();
        var message = await service.HasMessageAsync(number);
        using var reader = new Reader(service, number.OwnerId);

        using var archived = await reader.PostAsync($"{Inbox}/{message}/archive", KeyValuePair.Create("returnUrl", "https://evil.example/"));

        Assert.Equal(Inbox, archived.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task An_action_without_the_forms_token_is_refused()
    {
        var number = await HasNumberAsync();
        var message = await service.HasMessageAsync(number);
        using var reader = new Reader(service, number.OwnerId);

        using var answer = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Post, $"{Inbox}/{message}/delete"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null((await service.VoicemailAsync(message)).DeletedAt);
    }

    [Fact]
    public async Task A_sealed_message_says_why_and_gives_nothing_of_its_content_away()
    {
        var number = await HasNumberAsync();
        var message = await service.HasMessageAsync(number, text: "The secret word", isSealed: true);
        using var reader = new Reader(service, number.OwnerId);

        foreach (var path in new[] { Inbox, $"{Inbox}/{message}", $"{Inbox}/{message}/row" })
        {
            var page = await reader.ReadAsync(path);
            Assert.Contains("Over quota", page);
            Assert.DoesNotContain("secret", page);
            Assert.DoesNotContain("/audio", page);
        }

        using var audio = await reader.GetAsync($"{Inbox}/{message}/audio");
        Assert.Equal(HttpStatusCode.NotFound, audio.StatusCode);
        Assert.Empty(Rows(await reader.ReadAsync($"{Inbox}?q=secret")));
    }

    [Theory]
    [InlineData("(212) 555-0123", "phone")]
    [InlineData("+1 212 555 01", "phone")]
    [InlineData("bike", "phone")]
    [InlineData("WHEEL is", "phone")]
    [InlineData("快递", "chinese")]
    [InlineData("ALICE@", "sip")]
    [InlineData("100%", "sip")]
    [InlineData("a_b", "sip")]
    [InlineData("wheel\0", "phone")]
    [InlineData("axb")]
    [InlineData("10%0")]
    [InlineData("' or 1=1 --")]
    [InlineData("\\")]
    public async Task Search_finds_callers_and_texts_and_takes_every_character_as_it_is(string search, params string[] found)
    {
        var number = await HasNumberAsync();
        var messages = new Dictionary<string, string>
        {
            [(await service.HasMessageAsync(number, "+12125550123", "Bike Shop", "Your wheel is ready")).ToString()] = "phone",
            [(await service.HasMessageAsync(number, "+8613800138000", text: "我是快递员")).ToString()] = "chinese",
            [(await service.HasMessageAsync(number, "sip:alice@example.com", text: "We are 100% sure, a_b")).ToString()] = "sip",
        };
        using var reader = new Reader(service, number.OwnerId);

        var rows = Rows(await reader.ReadAsync($"{Inbox}?q={Uri.EscapeDataString(search)}"));

        Assert.Equal(found, rows.Select(id => messages[id]));
    }

    [Fact]
    public async Task What_strangers_say_and_are_called_stays_text()
    {
        var number = await HasNumberAsync();
        var message = await service.HasMessageAsync(
            number, "sip:\"><script>x</script>@example.com", "<img src=x onerror=alert(1)>", "</p><script>alert(1)</script>");
        using var reader = new Reader(service, number.OwnerId);

        foreach (var path in new[] { Inbox, $"{Inbox}/{message}", "/calls" })
        {
            var page = await reader.ReadAsync(path);
            Assert.DoesNotContain("<script>", page);
            Assert.DoesNotContain("<img", page);
            Assert.Contains("&lt;img", page);
        }
    }

    private Task<TestNumber> HasNumberAsync() => service.HasNumberAsync(settings => settings with { IsEnabled = false });

    private static string[] Rows(string page) => [.. Row().Matches(page).Select(match => match.Groups["id"].Value)];

    private static string? Link(string page, string rel) =>
        LinkTo().Matches(page).FirstOrDefault(match => match.Groups["rel"].Value == rel) is { } link ? WebUtility.HtmlDecode(link.Groups["url"].Value) : null;

    [GeneratedRegex("data-voicemail=\"(?<id>[^\"]+)\"")]
    private static partial Regex Row();

    [GeneratedRegex("<a [^>]*rel=\"(?<rel>next|prev)\" href=\"(?<url>[^\"]+)\"")]
    private static partial Regex LinkTo();

    public sealed class OnSqlite(SqliteService service) : BrowsingVoicemailsTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : BrowsingVoicemailsTests(service), IClassFixture<PostgreSqlService>;
}
