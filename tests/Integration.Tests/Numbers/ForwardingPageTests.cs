using System.Net;
using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.Numbers;

/// <summary>The settings page: it keeps what was typed, says what is wrong, and shows what callers hear.</summary>
public abstract class ForwardingPageTests(VoicemailService service)
{
    [Fact]
    public async Task A_saved_form_leads_back_to_the_page_that_shows_what_was_saved()
    {
        var number = await service.HasNumberAsync();
        using var owner = new Reader(service, number.OwnerId);
        var url = $"/settings/forwarding/{number.Id}";

        using var saved = await owner.PostAsync(url, await FormAsync(owner, url, ("RingSeconds", "12")));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(url, saved.Headers.Location?.ToString());
        Assert.Contains("value=\"12\"", await owner.ReadAsync(url));
    }

    [Fact]
    public async Task What_was_typed_stays_and_each_mistake_is_told_at_its_field()
    {
        var number = await service.HasNumberAsync();
        using var owner = new Reader(service, number.OwnerId);
        var url = $"/settings/forwarding/{number.Id}";

        using var refused = await owner.PostAsync(
            url, await FormAsync(owner, url, ("Target", "(917) 555-0177"), ("RingSeconds", "99"), ("Greeting", "<Hello> & welcome")));

        var page = new WebPage(refused.StatusCode, url, await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("The country code is missing.", page.ErrorAt("Form.Target"), StringComparison.Ordinal);
        Assert.Equal("Choose a ring time from 5 to 60 seconds.", page.ErrorAt("Form.RingSeconds"));
        Assert.Equal("(917) 555-0177", page.ValueOf("Form.Target"));
        Assert.Equal("99", page.ValueOf("Form.RingSeconds"));
        Assert.Contains("&lt;Hello&gt; &amp; welcome", page.Html);
    }

    [Fact]
    public async Task The_preview_follows_the_form_and_speaks_the_prompts_of_the_call()
    {
        var number = await service.HasNumberAsync();
        using var owner = new Reader(service, number.OwnerId);

        async Task<string> PreviewAsync(params (string Name, string Value)[] fields)
        {
            using var answer = await owner.PostAsync("/settings/forwarding/preview", fields.Select(field => KeyValuePair.Create("Form." + field.Name, field.Value)));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        var ringing = await PreviewAsync(("IsEnabled", "true"), ("Target", "+1 917 555 0177"), ("RingSeconds", "20"), ("MessageSeconds", "300"), ("IsTranscribed", "true"));
        Assert.Contains("up to 20 seconds", ringing);
        Assert.Contains("may answer first", ringing);
        Assert.Contains("Their message, up to 1:55", ringing);
        Assert.Contains("Nobody can take your call right now.", ringing);

        var chinese = await PreviewAsync(("Language", "Chinese"), ("MessageSeconds", "300"), ("IsTranscribed", "true"), ("FinishOnKey", "*"));
        Assert.Contains("No phone rings", chinese);
        Assert.Contains("您拨打的用户暂时无法接听电话", chinese);
        Assert.Contains("Their message, up to 5:00", chinese);
        Assert.Contains("press *,", chinese);
        Assert.Contains("English only", chinese);
    }

    [Fact]
    public async Task Anothers_number_is_not_found_by_any_method()
    {
        var number = await service.HasNumberAsync();
        using var stranger = new Reader(service, (await service.HasNumberAsync()).OwnerId);
        var url = $"/settings/forwarding/{number.Id}";

        using var shown = await stranger.GetAsync(url);
        using var saved = await stranger.PostAsync(url, KeyValuePair.Create("Form.RingSeconds", "12"));

        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, saved.StatusCode);
    }

    [Fact]
    public async Task Who_has_no_number_is_told_what_comes_next()
    {
        using var newcomer = new Reader(service, new(Guid.CreateVersion7()));

        Assert.Contains("You have no number yet", await newcomer.ReadAsync("/settings/forwarding"));
        Assert.Contains("Nothing to count yet", await newcomer.ReadAsync("/usage"));
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> FormAsync(Reader owner, string url, params (string Name, string Value)[] typed)
    {
        var page = new WebPage(HttpStatusCode.OK, url, await owner.ReadAsync(url));
        var fields = new Dictionary<string, string>
        {
            ["Version"] = page.ValueOf("Form.Version")!,
            ["IsEnabled"] = "true",
            ["Target"] = page.ValueOf("Form.Target")!,
            ["RingSeconds"] = page.ValueOf("Form.RingSeconds")!,
            ["Language"] = "English",
            ["MessageSeconds"] = "120",
            ["FinishOnKey"] = "#",
        };
        foreach (var (name, value) in typed)
        {
            fields[name] = value;
        }

        return fields.Select(field => KeyValuePair.Create("Form." + field.Key, field.Value));
    }

    public sealed class OnSqlite(SqliteService service) : ForwardingPageTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ForwardingPageTests(service), IClassFixture<PostgreSqlService>;
}
