using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Fault.Tests.Support;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Fault.Tests;

public sealed class SkewedClocksTests(PostgreSqlService service) : IClassFixture<PostgreSqlService>
{
    private const int Messages = 25;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(10);
    [Fact]
    public async Task Two_nodes_whose_clocks_are_twenty_minutes_apart_do_everything_once()
    {
        var (here, there) = (service.Clock, new TestClock());
        here.Advance(Skew);
        there.Advance(-Skew);
        await using var other = service.WithWebHostBuilder(
            builder => builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(there)));
        Assert.NotNull(service.Server);
        Assert.NotNull(other.Server);

        // Downloads that take a while: time enough for the other node to take what is under way for overdue.
        service.Line.Faults.Media.RespondWith(HttpFault.Slow(bytesPerSecond: 16_000));
        await EveryMessageHasOneEffectAsync();

        here.Advance(-2 * Skew);
        there.Advance(2 * Skew);
        await EveryMessageHasOneEffectAsync();
    }

    private async Task EveryMessageHasOneEffectAsync()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        await Parallel.ForAsync(0, Messages, new ParallelOptions { MaxDegreeOfParallelism = 5 }, async (_, cancellationToken) =>
            await service.Line.PlaceCallAsync(new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(1.5) }, cancellationToken));

        await Patiently.AwaitAsync(
            () => service.ReadAsync(async db => await db.Voicemails.CountAsync(row => row.NumberId == number.Id && row.Status == VoicemailStatus.Ready) == Messages
                && !await db.BackgroundSteps.AnyAsync(step => step.State != StepState.Done)),
            "every message is stored, announced and removed from Twilio");

        Assert.Equal(Messages, service.Mails.To(number.OwnerEmail).Count);
        Assert.Equal(Messages, (await service.SubscriptionAsync(number)).VoicemailsUsed);
        Assert.Equal(Messages, await service.ReadAsync(db => db.Voicemails.CountAsync(row => row.NumberId == number.Id)));
    }
}
