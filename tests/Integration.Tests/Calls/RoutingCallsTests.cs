using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Integration.Tests.Calls;

/// <summary>What a caller meets, from the first ring to the end of the call.</summary>
public abstract class RoutingCallsTests(VoicemailService service)
{
    [Fact]
    public async Task A_call_that_is_answered_is_put_through_and_takes_no_message()
    {
        var number = await service.HasNumberAsync();

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Owner = OwnerPhone.Answers(hangsUpFirst: Party.Owner) },
            TestContext.Current.CancellationToken);

        Assert.True(call.WasConnected);
        Assert.Empty(call.Heard);
        Assert.Empty(await service.VoicemailsOfAsync(call.CallSid));
        Assert.Equal(new Quota(1, 100), (await service.SubscriptionAsync(number)).Forwarding);
        Assert.Equal(CallOutcome.Answered, (await service.CallAsync(call.CallSid)).Outcome);
        Assert.Equal(60, (await service.CallAsync(call.CallSid)).TalkSeconds);
    }

    public static TheoryData<string> PhonesThatDoNotAnswer => ["rings out", "is busy", "fails", "refuses the screening", "has a carrier's voicemail"];

    [Theory]
    [MemberData(nameof(PhonesThatDoNotAnswer))]
    public async Task A_call_that_is_missed_takes_a_message_and_costs_no_forwarding(string phone)
    {
        var number = await service.HasNumberAsync(settings => settings with { IsScreened = phone is "refuses the screening" or "has a carrier's voicemail" });
        var owner = phone switch
        {
            "rings out" => OwnerPhone.RingsOut(),
            "is busy" => OwnerPhone.Busy(),
            "fails" => OwnerPhone.Fails(),
            "refuses the screening" => OwnerPhone.AnswersAndRefuses(),
            _ => OwnerPhone.CarrierVoicemailAnswers(),
        };

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Owner = owner, Caller = CallerBehaviour.LeavesMessage(5) },
            TestContext.Current.CancellationToken);

        Assert.False(call.WasConnected);
        var voicemail = Assert.Single(await service.VoicemailsOfAsync(call.CallSid));
        Assert.Equal(call.RecordingSid, voicemail.RecordingSid);
        Assert.Equal(5, voicemail.DurationSeconds);
        var subscription = await service.SubscriptionAsync(number);
        Assert.Equal(new Quota(0, 100), subscription.Forwarding);
        Assert.Equal(new Quota(1, 100), subscription.Voicemails);

    }

    [Fact]
    public async Task With_forwarding_off_a_caller_hears_the_owners_greeting_at_once()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false, Greeting = "Grüße & <welcome>. Speak!" });

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(3) },
            TestContext.Current.CancellationToken);

        Assert.Null(call.DialCallSid);
        Assert.Equal("Grüße & <welcome>. Speak!", call.Heard[0]);
        Assert.Equal(CallRoute.ForwardingOff, (await service.CallAsync(call.CallSid)).Route);
        Assert.Single(await service.VoicemailsOfAsync(call.CallSid));
    }

    [Fact]
    public async Task A_chinese_number_speaks_mandarin()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false, Language = Language.Chinese, IsTranscribed = true });

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+8613800138000", To = number.E164, Caller = CallerBehaviour.LeavesMessage(3, null) with { Ending = MessageEnding.Key } },
            TestContext.Current.CancellationToken);

        Assert.Equal(["您拨打的用户暂时无法接听电话，请在提示音后留言。", "感谢您的留言，再见。"], call.Heard);
        Assert.DoesNotContain("transcribe=", call.Exchange(WebhookKind.Voice)!.Body);
    }

    [Fact]
    public async Task An_unknown_number_is_rejected_unanswered()
    {
        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = "+15005559999" }, TestContext.Current.CancellationToken);

        Assert.False(call.WasAnswered);
        Assert.Contains("<Reject", call.Exchange(WebhookKind.Voice)!.Body);
    }

    [Fact]
    public async Task A_number_without_an_active_subscription_says_a_neutral_sentence()
    {
        var number = await service.HasNumberAsync(isActive: false);

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164 }, TestContext.Current.CancellationToken);

        Assert.Equal(["This number can't be reached at the moment. Goodbye."], call.Heard);
        Assert.Null(call.RecordingSid);
        Assert.Equal(CallOutcome.Refused, (await service.CallAsync(call.CallSid)).Outcome);
    }

    [Theory]
    [InlineData("anonymous")]
    [InlineData("+266696687")]
    [InlineData("sip:bob@pbx.example.test")]
    [InlineData("client:reception")]
    [InlineData("")]
    public async Task A_caller_without_a_number_is_put_through_under_the_masked_one(string from)
    {
        var number = await service.HasNumberAsync();

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = from, To = number.E164, Owner = OwnerPhone.Answers() }, TestContext.Current.CancellationToken);

        Assert.True(call.WasConnected);
        Assert.Contains($"callerId=\"{number.E164}\"", call.Exchange(WebhookKind.Voice)!.Body);
        Assert.Equal(from, (await service.CallAsync(call.CallSid)).Caller.Raw);
    }

    [Fact]
    public async Task A_callers_own_number_is_what_the_owner_sees()
    {
        var number = await service.HasNumberAsync();

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Owner = OwnerPhone.Answers() }, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("callerId", call.Exchange(WebhookKind.Voice)!.Body);
    }

    [Theory]
    [InlineData("</Say><Dial>+19005550100</Dial>")]
    [InlineData("\u0001\u0002 \"'&<>]]> 你好 \u202Eevil")]
    public async Task A_hostile_caller_name_changes_nothing(string name)
    {
        var number = await service.HasNumberAsync();

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall
            {
                From = "+12125550100",
                To = number.E164,
                Caller = CallerBehaviour.LeavesMessage(3),
                ExtraParameters = new Dictionary<string, string> { ["CallerName"] = name, ["SomethingNew"] = name },
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(name, Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).CallerName);
    }

    [Fact]
    public async Task Calls_that_would_go_round_in_circles_take_a_message()
    {
        var other = await service.HasNumberAsync();
        var toMasked = await service.HasNumberAsync(settings => settings with { Target = PhoneNumber.Parse(other.E164) });
        var toCaller = await service.HasNumberAsync(settings => settings with { Target = PhoneNumber.Parse("+12125550199") });

        var calls = new[]
        {
            await service.Line.PlaceCallAsync(new PhoneCall { From = "+12125550100", To = toMasked.E164 }, TestContext.Current.CancellationToken),
            await service.Line.PlaceCallAsync(new PhoneCall { From = "+12125550199", To = toCaller.E164 }, TestContext.Current.CancellationToken),
            await service.Line.PlaceCallAsync(
                new PhoneCall { From = "+12125550100", To = toCaller.E164, ForwardedFrom = "+12125550199" }, TestContext.Current.CancellationToken),
        };

        foreach (var call in calls)
        {
            Assert.Null(call.DialCallSid);
            Assert.Equal(CallRoute.Loop, (await service.CallAsync(call.CallSid)).Route);
        }
    }

    [Fact]
    public async Task A_caller_who_gives_up_while_it_rings_costs_nothing_and_leaves_nothing()
    {
        var number = await service.HasNumberAsync();

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.HangsUpWhileRinging() },
            TestContext.Current.CancellationToken);

        Assert.Equal(CallOutcome.Missed, (await service.CallAsync(call.CallSid)).Outcome);
        Assert.NotNull((await service.CallAsync(call.CallSid)).EndedAt);
        Assert.DoesNotContain(await service.VoicemailsOfAsync(call.CallSid), voicemail => voicemail.Status != VoicemailStatus.Expected);
        Assert.Equal(new Quota(0, 100), (await service.SubscriptionAsync(number)).Forwarding);
    }

    [Fact]
    public async Task A_caller_who_says_nothing_leaves_no_message()
    {
        var number = await service.HasNumberAsync();

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Owner = OwnerPhone.Busy(), Caller = CallerBehaviour.HangsUpAtBeep() },
            TestContext.Current.CancellationToken);

        Assert.Equal("absent", call.RecordingStatus);
        Assert.Equal(VoicemailStatus.Absent, Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).Status);
        Assert.Equal(new Quota(0, 100), (await service.SubscriptionAsync(number)).Voicemails);
    }

    [Fact]
    public async Task The_voice_fallback_apologizes_in_both_languages_and_takes_a_message()
    {
        var number = await service.HasNumberAsync();
        service.Line.Faults.Webhooks.Of(WebhookKind.Voice).FailToConnect(2);

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(5), Strict = false }, TestContext.Current.CancellationToken);
        service.Line.Faults.Clear();

        Assert.Equal(
            ["We are sorry, your call can't be put through right now. Please leave a message after the tone.", "抱歉，您的电话暂时无法接通，请在提示音后留言。"],
            call.Heard);
        Assert.Equal("completed", call.RecordingStatus);
    }

    public sealed class OnSqlite(SqliteService service) : RoutingCallsTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : RoutingCallsTests(service), IClassFixture<PostgreSqlService>;
}
