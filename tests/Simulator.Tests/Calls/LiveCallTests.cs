using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;

namespace MaskedVoicemail.Simulator.Tests.Calls;

public sealed class LiveCallTests
{
    [Fact]
    public async Task A_call_can_be_followed_while_it_runs_and_hung_up()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        var seconds = new SemaphoreSlim(0);
        var call = line.StartCall(
            Scenario.Missed with { Pace = Pace.By((_, cancellationToken) => seconds.WaitAsync(cancellationToken)) },
            TestContext.Current.CancellationToken);

        await foreach (var entry in call.Timeline.FollowAsync(TestContext.Current.CancellationToken))
        {
            if (entry.Kind is TimelineEntryKind.Ringing)
            {
                Assert.False(call.Timeline.IsComplete);
                call.HangUp();
                seconds.Release(100);
            }
        }

        var completed = await call.Completion;
        Assert.Equal("no-answer", completed.Status);
        Assert.Contains(completed.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.CallerHungUp);
        Assert.Equal(completed.Timeline.Entries.Count, completed.Timeline.Version);
    }

    [Fact]
    public async Task Time_in_a_call_is_its_own()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        var waited = TimeSpan.Zero;

        var call = await line.PlaceAsync(Scenario.Missed with
        {
            Pace = Pace.By((time, _) =>
            {
                waited += time;
                return Task.CompletedTask;
            }),
        });

        Assert.Equal(call.Timeline.Entries[^1].Offset, waited);
        Assert.True(waited > TimeSpan.FromSeconds(30));
    }
}
