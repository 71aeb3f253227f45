using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Integration.Tests.Calls;

/// <summary>The call log says in words what became of each call.</summary>
public abstract class BrowsingCallsTests(VoicemailService service)
{
    [Fact]
    public async Task A_call_that_nobody_answers_leads_to_its_message()
    {
        var number = await service.HasNumberAsync();
        var call = await PlaceAsync(number, CallerBehaviour.LeavesMessage(Mailbox.Spoken));
        var message = Assert.Single(await service.VoicemailsOfAsync(call.CallSid));

        var log = await ReadAsync(number, "/calls?outcome=missed");

        Assert.Contains("Your phone rang, nobody answered", log);
        Assert.Contains($"/voicemails/{message.Id}", log);
    }

    [Theory]
    [InlineData(true, null, 100, true, "no phone was set to forward to")]
    [InlineData(false, "+14155550123", 100, true, "forwarding was off")]
    [InlineData(true, "+14155550123", 0, true, "forwarded calls were used up")]
    [InlineData(true, "+14155550123", 100, false, "the subscription was not active")]
    public async Task A_call_that_does_not_ring_says_why(bool isEnabled, string? target, int quota, bool isActive, string reason)
    {
        var number = await service.HasNumberAsync(
            settings => settings with { IsEnabled = isEnabled, Target = PhoneNumber.TryParse(target, out var phone) ? phone : null },
            forwardingQuota: quota,
            isActive: isActive);
        await PlaceAsync(number, CallerBehaviour.HangsUpWhileRinging());

        Assert.Contains(reason, await ReadAsync(number, "/calls"));
        Assert.Contains("No such calls", await ReadAsync(number, "/calls?outcome=answered"));
    }

    [Fact]
    public async Task The_log_holds_nobody_elses_calls()
    {
        var number = await service.HasNumberAsync();
        await PlaceAsync(number, CallerBehaviour.HangsUpWhileRinging());

        Assert.Contains("No calls yet", await ReadAsync(await service.HasNumberAsync(), "/calls"));
    }

    private Task<CompletedCall> PlaceAsync(TestNumber number, CallerBehaviour caller) => service.Line.PlaceCallAsync(
        new PhoneCall { From = "+12125550100", To = number.E164, Caller = caller }, TestContext.Current.CancellationToken);

    private async Task<string> ReadAsync(TestNumber number, string path)
    {
        using var reader = new Reader(service, number.OwnerId);
        return await reader.ReadAsync(path);
    }

    public sealed class OnSqlite(SqliteService service) : BrowsingCallsTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : BrowsingCallsTests(service), IClassFixture<PostgreSqlService>;
}
