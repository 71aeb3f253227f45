using MaskedVoicemail.Application.Numbers.ChangeForwarding;
using MaskedVoicemail.Application.Numbers.GetForwarding;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.Numbers;

/// <summary>The owner's form: what is refused and where, and that two open forms do not overwrite each other unseen.</summary>
public abstract class ChangingForwardingTests(VoicemailService service)
{
    [Fact]
    public async Task Everything_that_the_form_holds_is_saved()
    {
        var number = await service.HasNumberAsync();
        var version = (await CurrentAsync(number)).Version;

        var changed = await service.SendAsync(new ChangeForwardingCommand(
            number.OwnerId, number.Id, version, IsEnabled: true, " +1 (917) 555-0177 ", 15, IsScreened: true, Language.Chinese,
            "您好，\r\n请留言。 ", 300, "*", " office@example.test ", IsTranscribed: false));

        Assert.True(changed.IsSuccess);
        var saved = await CurrentAsync(number);
        Assert.NotEqual(version, saved.Version);
        Assert.Equal(
            new ForwardingSettings
            {
                IsEnabled = true,
                Target = PhoneNumber.Parse("+19175550177"),
                RingSeconds = 15,
                IsScreened = true,
                Language = Language.Chinese,
                Greeting = "您好， 请留言。",
                MessageSeconds = 300,
                FinishOnKey = "*",
                EmailForVoicemail = "office@example.test",
                IsTranscribed = false,
            },
            saved.Settings);
    }

    [Theory]
    [InlineData("+1 917 555", "phone.malformed")]
    [InlineData("call me", "phone.malformed")]
    [InlineData("(917) 555-0177", "phone.no_country_code")]
    [InlineData("", "forwarding.target_missing")]
    [InlineData(null, "forwarding.target_missing")]
    public async Task A_phone_that_cannot_ring_is_refused_at_its_field(string? target, string code)
    {
        var number = await service.HasNumberAsync();

        var refused = await service.SendAsync(await FormAsync(number) with { Target = target });

        var error = Assert.Single(refused.Errors);
        Assert.Equal((code, "Target", ErrorKind.Invalid), (error.Code, error.Field, error.Kind));
    }

    [Fact]
    public async Task Without_forwarding_no_phone_is_needed()
    {
        var number = await service.HasNumberAsync();

        Assert.True((await service.SendAsync(await FormAsync(number) with { IsEnabled = false, Target = "" })).IsSuccess);
        Assert.Null((await CurrentAsync(number)).Settings.Target);
    }

    [Fact]
    public async Task A_masked_number_is_no_phone_to_forward_to_whoever_owns_it()
    {
        var number = await service.HasNumberAsync();
        var another = await service.HasNumberAsync();

        foreach (var masked in new[] { number.E164, another.E164 })
        {
            var refused = await service.SendAsync(await FormAsync(number) with { Target = masked });

            Assert.Equal([NumberErrors.TargetIsMasked], refused.Errors);
        }
    }

    public static TheoryData<string, Func<ChangeForwardingCommand, ChangeForwardingCommand>> WrongInput => new()
    {
        { "RingSeconds", form => form with { RingSeconds = 4 } },
        { "RingSeconds", form => form with { RingSeconds = 61 } },
        { "RingSeconds", form => form with { RingSeconds = null } },
        { "Greeting", form => form with { Greeting = new string('a', 501) } },
        { "Greeting", form => form with { Greeting = "Hello\u0007" } },
        { "Greeting", form => form with { Greeting = "Hello \uFFFE" } },
        { "MessageSeconds", form => form with { MessageSeconds = 9 } },
        { "MessageSeconds", form => form with { MessageSeconds = 601 } },
        { "FinishOnKey", form => form with { FinishOnKey = "A" } },
        { "FinishOnKey", form => form with { FinishOnKey = null } },
        { "EmailForVoicemail", form => form with { EmailForVoicemail = "office" } },
        { "EmailForVoicemail", form => form with { EmailForVoicemail = "a@b.test, c@d.test" } },
        { "EmailForVoicemail", form => form with { EmailForVoicemail = "Office <office@example.test>" } },
        { "Language", form => form with { Language = (Language)7 } },
    };

    [Theory]
    [MemberData(nameof(WrongInput))]
    public async Task Wrong_input_is_refused_at_its_field_and_changes_nothing(
        string field, Func<ChangeForwardingCommand, ChangeForwardingCommand> mistake)
    {
        var number = await service.HasNumberAsync();
        var before = await CurrentAsync(number);

        var refused = await service.SendAsync(mistake(await FormAsync(number)));

        Assert.Equal(field, Assert.Single(refused.Errors).Field);
        Assert.Equal(before, await CurrentAsync(number));
    }

    [Fact]
    public async Task Settings_that_were_changed_in_another_window_are_not_overwritten()
    {
        var number = await service.HasNumberAsync();
        var form = await FormAsync(number);
        await service.SendAsync(form with { RingSeconds = 10 });

        var refused = await service.SendAsync(form with { RingSeconds = 12 });

        Assert.Equal([NumberErrors.ChangedMeanwhile], refused.Errors);
        Assert.Equal(10, (await CurrentAsync(number)).Settings.RingSeconds);
    }

    [Fact]
    public async Task A_form_that_is_sent_five_times_at_once_is_saved_once_and_never_refused()
    {
        var number = await service.HasNumberAsync();
        var form = await FormAsync(number) with { RingSeconds = 11 };

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.SendAsync(form)));

        Assert.All(answers, answer => Assert.Empty(answer.Errors));
        Assert.Equal(11, (await CurrentAsync(number)).Settings.RingSeconds);
    }

    [Fact]
    public async Task Anothers_number_is_not_there()
    {
        var number = await service.HasNumberAsync();
        var form = await FormAsync(number);
        var stranger = new SubscriberId(Guid.CreateVersion7());

        Assert.Equal([NumberErrors.NotFound], (await service.SendAsync(form with { OwnerId = stranger, RingSeconds = 10 })).Errors);
        Assert.Equal([NumberErrors.NotFound], (await service.SendAsync(new GetForwardingQuery(stranger, number.Id))).Errors);
    }

    private async Task<NumberForwarding> CurrentAsync(TestNumber number) => (await service.SendAsync(new GetForwardingQuery(number.OwnerId, number.Id))).Value;

    /// <summary>The form as it is shown, unchanged.</summary>
    private async Task<ChangeForwardingCommand> FormAsync(TestNumber number)
    {
        var (_, settings, version, _) = await CurrentAsync(number);
        return new ChangeForwardingCommand(
            number.OwnerId, number.Id, version, settings.IsEnabled, settings.Target?.E164, settings.RingSeconds, settings.IsScreened,
            settings.Language, settings.Greeting, settings.MessageSeconds, settings.FinishOnKey, settings.EmailForVoicemail, settings.IsTranscribed);
    }

    public sealed class OnSqlite(SqliteService service) : ChangingForwardingTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ChangingForwardingTests(service), IClassFixture<PostgreSqlService>;
}
