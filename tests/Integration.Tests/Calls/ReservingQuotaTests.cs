using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Integration.Tests.Calls;

/// <summary>The quota is exact, however many calls come at once and however often each is reported.</summary>
public abstract class ReservingQuotaTests(VoicemailService service)
{
    [Fact]
    public async Task Of_sixty_calls_at_once_on_a_quota_of_ten_exactly_ten_are_forwarded()
    {
        var number = await service.HasNumberAsync(forwardingQuota: 10);

        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => RingAsync(number, Sid.New("CA"))));

        Assert.All(answers, answer => Assert.Equal(200, answer.StatusCode));
        Assert.Equal(10, answers.Count(answer => answer.Body.Contains("<Dial", StringComparison.Ordinal)));
        Assert.Equal(50, answers.Count(answer => answer.Body.Contains("<Record", StringComparison.Ordinal)));
        Assert.Equal(new Quota(10, 10), (await service.SubscriptionAsync(number)).Forwarding);
    }

    [Fact]
    public async Task The_same_call_delivered_twenty_times_at_once_costs_one_unit_and_gets_one_answer()
    {
        var number = await service.HasNumberAsync();
        var sid = Sid.New("CA");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => RingAsync(number, sid)));

        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Contains("<Dial", answers[0].Body);
        Assert.Equal(new Quota(1, 100), (await service.SubscriptionAsync(number)).Forwarding);
    }

    [Fact]
    public async Task A_call_that_was_sent_to_voicemail_for_want_of_quota_is_sent_there_again_when_repeated()
    {
        var number = await service.HasNumberAsync(forwardingQuota: 0);
        var sid = Sid.New("CA");

        var answers = new[] { await RingAsync(number, sid), await RingAsync(number, sid) };

        Assert.All(answers, answer => Assert.Contains("<Record", answer.Body));
        Assert.Single(await service.VoicemailsOfAsync(sid));
    }

    [Fact]
    public async Task A_missed_call_gives_its_unit_back_once_however_often_it_is_reported()
    {
        var number = await service.HasNumberAsync();
        var sid = Sid.New("CA");
        await RingAsync(number, sid);
        await RingAsync(number, Sid.New("CA"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => DialResultAsync(number, sid, "no-answer")));

        Assert.Single(answers.Select(answer => answer.Body).Distinct());
        Assert.Contains("<Record", answers[0].Body);
        Assert.Equal(new Quota(1, 100), (await service.SubscriptionAsync(number)).Forwarding);
        Assert.Single(await service.VoicemailsOfAsync(sid));
    }

    [Fact]
    public async Task An_answered_call_keeps_its_unit_even_if_its_end_is_reported_first()
    {
        var number = await service.HasNumberAsync();
        var sid = Sid.New("CA");
        await RingAsync(number, sid);

        await service.Line.SendAsync("/webhook/call-status", Of(number, sid, "completed").With("CallDuration", "70"), TestContext.Current.CancellationToken);
        Assert.Equal(new Quota(0, 100), (await service.SubscriptionAsync(number)).Forwarding);
        await DialResultAsync(number, sid, "completed");

        Assert.Equal(new Quota(1, 100), (await service.SubscriptionAsync(number)).Forwarding);
    }

    [Fact]
    public async Task A_new_period_begins_with_its_first_call()
    {
        var number = await service.HasNumberAsync(forwardingQuota: 1);
        await RingAsync(number, Sid.New("CA"));
        Assert.Contains("<Record", (await RingAsync(number, Sid.New("CA"))).Body);

        service.Clock.Advance(TimeSpan.FromDays(32));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RingAsync(number, Sid.New("CA"))));

        Assert.Equal(1, answers.Count(answer => answer.Body.Contains("<Dial", StringComparison.Ordinal)));
        Assert.Equal(new Quota(1, 1), (await service.SubscriptionAsync(number)).Forwarding);
    }

    private Task<WebhookExchange> RingAsync(TestNumber number, string sid) =>
        service.Line.SendAsync("/webhook/voice", Of(number, sid, "ringing"), TestContext.Current.CancellationToken);

    private Task<WebhookExchange> DialResultAsync(TestNumber number, string sid, string status) => service.Line.SendAsync(
        "/webhook/dial-result",
        Of(number, sid, "in-progress").With("DialCallStatus", status).With("DialCallSid", Sid.New("CA")).With("DialCallDuration", "20"),
        TestContext.Current.CancellationToken);

    private WebhookParameters Of(TestNumber number, string sid, string status) => new(new Dictionary<string, string>
    {
        ["AccountSid"] = service.Line.Options.AccountSid,
        ["ApiVersion"] = "2010-04-01",
        ["CallSid"] = sid,
        ["CallStatus"] = status,
        ["Direction"] = "inbound",
        ["From"] = "+12125550100",
        ["To"] = number.E164,
    });

    public sealed class OnSqlite(SqliteService service) : ReservingQuotaTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ReservingQuotaTests(service), IClassFixture<PostgreSqlService>;
}
