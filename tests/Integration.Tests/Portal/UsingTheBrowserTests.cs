using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MaskedVoicemail.Integration.Tests.Portal;

/// <summary>What an owner does, in Chromium: the pages, their scripts and the content security policy together.</summary>
public sealed class UsingTheBrowserTests(DevelopmentService service) : IClassFixture<DevelopmentService>, IAsyncLifetime
{
    private const string Password = "correct horse battery";

    private readonly List<string> _complaints = [];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private IPage _page = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } path ? path : null,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--autoplay-policy=no-user-gesture-required"],
        });
        SetDefaultExpectTimeout((float)Patience.Limit.TotalMilliseconds);
        _page = await _browser.NewPageAsync(new BrowserNewPageOptions { Locale = "en", BaseURL = service.Browser.BaseAddress!.OriginalString });
        _page.SetDefaultTimeout((float)Patience.Limit.TotalMilliseconds);
        _page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add(message.Text);
            }
        };
        _page.PageError += (_, error) => _complaints.Add(error);
    }

    [Fact]
    public async Task An_owner_signs_in_plays_a_message_changes_the_forwarding_and_the_next_call_obeys()
    {
        var number = await service.HasNumberAsync();
        await HasAccountAsync(number);
        var voicemail = await ReceiveMessageAsync(number);

        await SignInAsync(number);
        var row = RowOf(voicemail);
        await Expect(row).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("item-new"));
        await Expect(row).ToContainTextAsync(SampleMessages.English[0].Transcript!);

        await row.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Expect(row).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("item-new"));
        await HearsAsync(row.Locator("audio"));
        Assert.NotNull((await FindAsync(voicemail.Id)).HeardAt);

        await _page.GotoAsync("/settings/forwarding");
        await _page.Locator("[name='Form.IsEnabled'][type=checkbox]").UncheckAsync();
        await _page.Locator("[name='Form.Greeting']").FillAsync("Please speak after the tone.");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Save changes" }).ClickAsync();
        await Expect(_page.GetByText("Saved. The next call follows these settings.")).ToBeVisibleAsync();

        var call = await RingAsync(number);
        Assert.Null(call.DialCallSid);
        Assert.Equal("Please speak after the tone.", call.Heard[0]);
        Assert.Equal(CallRoute.ForwardingOff, await service.ReadAsync(db => db.Calls.Where(row => row.Sid == call.CallSid).Select(row => row.Route).SingleAsync()));
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task A_list_in_which_nothing_is_on_its_way_asks_for_nothing_more()
    {
        var number = await service.HasNumberAsync();
        await HasAccountAsync(number);
        var voicemail = await ReceiveMessageAsync(number);
        await Eventually.IsSoAsync(async () => (await FindAsync(voicemail.Id)).Transcription is not TranscriptionStatus.Pending, "the text arrives");

        await SignInAsync(number);
        await _page.Clock.InstallAsync();
        await _page.GotoAsync("/voicemails");
        await Expect(RowOf(voicemail)).ToBeVisibleAsync();
        var asked = new List<string>();
        _page.Request += (_, request) => asked.Add(request.Url);

        await _page.Clock.RunForAsync(600_000);
        await _page.EvaluateAsync("() => fetch('/healthz')");

        Assert.EndsWith("/healthz", Assert.Single(asked));
    }

    [Fact]
    public async Task A_row_has_buttons_that_move_its_message_alone()
    {
        var number = await service.HasNumberAsync();
        await HasAccountAsync(number);
        var (kept, archived) = (await ReceiveMessageAsync(number), await ReceiveMessageAsync(number));

        await SignInAsync(number);
        await RowOf(kept).GetByRole(AriaRole.Checkbox).CheckAsync();
        await RowOf(archived).GetByRole(AriaRole.Button, new() { Name = "Archive" }).ClickAsync();

        await Expect(RowOf(archived)).ToHaveCountAsync(0);
        await Expect(RowOf(kept)).ToBeVisibleAsync();
        Assert.NotNull((await FindAsync(archived.Id)).ArchivedAt);
        Assert.Null((await FindAsync(kept.Id)).ArchivedAt);
        await _page.GotoAsync("/voicemails?folder=archived");
        await Expect(RowOf(archived).GetByRole(AriaRole.Button, new() { Name = "To the inbox" })).ToBeVisibleAsync();
        Assert.Empty(_complaints);
    }

    [Fact]
    public async Task Without_scripts_ticked_messages_are_moved_together()
    {
        var number = await service.HasNumberAsync();
        await HasAccountAsync(number);
        var (kept, archived) = (await ReceiveMessageAsync(number), await ReceiveMessageAsync(number));
        _page = await _browser.NewPageAsync(new BrowserNewPageOptions
        {
            Locale = "en", BaseURL = service.Browser.BaseAddress!.OriginalString, JavaScriptEnabled = false,
        });

        await SignInAsync(number);
        await RowOf(archived).GetByRole(AriaRole.Checkbox).CheckAsync();
        await _page.GetByRole(AriaRole.Button, new() { Name = "Archive" }).ClickAsync();

        await Expect(RowOf(archived)).ToHaveCountAsync(0);
        await Expect(RowOf(kept)).ToBeVisibleAsync();
        Assert.NotNull((await FindAsync(archived.Id)).ArchivedAt);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private ILocator RowOf(Voicemail voicemail) => _page.Locator($"[data-voicemail='{voicemail.Id}']");

    private static async Task HearsAsync(ILocator audio)
    {
        await Eventually.IsSoAsync(async () => await audio.EvaluateAsync<double>("audio => audio.currentTime") >= 0.5, "the message plays");
    }

    private async Task HasAccountAsync(TestNumber number)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var created = await scope.ServiceProvider.GetRequiredService<UserManager<ApplicationUser>>().CreateAsync(
            new ApplicationUser { Id = number.OwnerId.Value, UserName = number.OwnerEmail, Email = number.OwnerEmail, EmailConfirmed = true },
            Password);
        Assert.True(created.Succeeded);
    }

    private async Task SignInAsync(TestNumber number)
    {
        await _page.GotoAsync("/voicemails");
        await _page.GetByLabel("E-mail").FillAsync(number.OwnerEmail);
        await _page.Locator("[name=Password]").FillAsync(Password);
        await _page.Locator("[name=Password]").PressAsync("Enter");
        await Expect(_page.GetByRole(AriaRole.Heading, new() { Name = "Voicemails", Level = 1 })).ToBeVisibleAsync();
    }

    private async Task<Voicemail> ReceiveMessageAsync(TestNumber number)
    {
        var call = await RingAsync(number);
        var id = await service.ReadAsync(db => db.Voicemails.Where(row => row.RecordingSid == call.RecordingSid).Select(row => row.Id).SingleAsync());
        await Eventually.IsSoAsync(async () => (await FindAsync(id)).HasAudio, "the message's audio arrives");
        return await FindAsync(id);
    }

    private Task<Voicemail> FindAsync(VoicemailId id) => service.ReadAsync(db => db.Voicemails.AsNoTracking().SingleAsync(row => row.Id == id));

    private Task<CompletedCall> RingAsync(TestNumber number) => service.Services.GetRequiredService<TwilioSimulator>().PlaceCallAsync(
        new PhoneCall
        {
            From = "+12125550100",
            To = number.E164,
            Caller = CallerBehaviour.LeavesMessage(SampleMessages.English[0]),
            Pace = Pace.Immediate,
        },
        TestContext.Current.CancellationToken);
}
