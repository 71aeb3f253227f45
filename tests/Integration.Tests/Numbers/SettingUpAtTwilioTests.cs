using System.Net;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;

namespace MaskedVoicemail.Integration.Tests.Numbers;

/// <summary>An administrator has the service's addresses entered at Twilio instead of typing them there.</summary>
public sealed class SettingUpAtTwilioTests(SqliteService service) : IClassFixture<SqliteService>
{
    private static SubscriberId Somebody => new(Guid.CreateVersion7());

    [Fact]
    public async Task The_number_gets_all_four_addresses_with_their_retries()
    {
        var number = await service.HasNumberAsync();
        var atTwilio = new IncomingPhoneNumber { PhoneNumber = number.E164, DateCreated = DateTimeOffset.UnixEpoch, VoiceUrl = "https://demo.twilio.com/welcome", VoiceMethod = "GET" };
        service.Line.Account.Add(atTwilio);
        using var administrator = new Reader(service, Somebody, ApplicationRole.Administrator);

        using var done = await administrator.PostAsync($"/admin/numbers/{number.Id}/set-up");

        const string address = VoicemailService.PublicBaseUrl + "/webhook/";
        Assert.Equal(
            (address + "voice#rc=2&rp=ct,rt,5xx&rt=4500", "POST", address + "voice-fallback#rc=2&rp=ct,rt,5xx&rt=4500"),
            (atTwilio.VoiceUrl, atTwilio.VoiceMethod, atTwilio.VoiceFallbackUrl));
        Assert.Equal(
            (address + "call-status#rc=5&rp=ct,rt,5xx&rt=4000", address + "sms#rc=2&rp=ct,rt,5xx&rt=4500"),
            (atTwilio.StatusCallback, atTwilio.SmsUrl));
        Assert.Contains("Twilio has the addresses now", await administrator.ReadAsync($"/admin/numbers/{number.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_account_does_not_own_is_told_apart()
    {
        var number = await service.HasNumberAsync();
        service.Line.Account.Add(new IncomingPhoneNumber { PhoneNumber = number.E164 + "0", DateCreated = DateTimeOffset.UnixEpoch });
        using var administrator = new Reader(service, Somebody, ApplicationRole.Administrator);

        using var done = await administrator.PostAsync($"/admin/numbers/{number.Id}/set-up");

        Assert.Contains("does not own the number", await administrator.ReadAsync($"/admin/numbers/{number.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twilios_trouble_is_told_and_changes_nothing()
    {
        var number = await service.HasNumberAsync();
        var atTwilio = new IncomingPhoneNumber { PhoneNumber = number.E164, DateCreated = DateTimeOffset.UnixEpoch };
        service.Line.Account.Add(atTwilio);
        service.Line.Faults.Api.RespondWith(503);
        using var administrator = new Reader(service, Somebody, ApplicationRole.Administrator);

        using var done = await administrator.PostAsync($"/admin/numbers/{number.Id}/set-up");

        service.Line.Faults.Clear();
        Assert.Equal("", atTwilio.VoiceUrl);
        Assert.Contains("Twilio could not be asked", await administrator.ReadAsync($"/admin/numbers/{number.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscriber_can_not_do_it()
    {
        var number = await service.HasNumberAsync();
        var atTwilio = new IncomingPhoneNumber { PhoneNumber = number.E164, DateCreated = DateTimeOffset.UnixEpoch };
        service.Line.Account.Add(atTwilio);
        using var subscriber = new Reader(service, number.OwnerId);

        using var refused = await subscriber.PostAsync($"/admin/numbers/{number.Id}/set-up");

        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        Assert.Equal("", atTwilio.VoiceUrl);
    }
}
