using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>
/// Callers who call and call again, most of whom leave a message. What Twilio sends beside a call comes in random order.
/// </summary>
/// <param name="cluster">Whom they call.</param>
/// <param name="numbers">Under which numbers.</param>
/// <param name="callers">How many call at the same time.</param>
/// <param name="pause">The longest time from the end of a caller's call to the next one.</param>
/// <param name="seed">Repeats what they do, though not when.</param>
internal sealed class CallStream(Cluster cluster, IReadOnlyList<TestNumber> numbers, int callers, TimeSpan pause, int seed) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _calls = Task.CompletedTask;

    public void Start()
    {
        cluster.Line.Faults.Webhooks.Reorder(deliveries =>
        {
            var shuffled = deliveries.ToArray();
            Random.Shared.Shuffle(shuffled);
            return shuffled;
        });
        _calls = Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(new Random(seed + caller)))));
    }

    /// <summary>Nobody calls any more; calls under way come to their end.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _calls;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task CallAsync(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            await cluster.CallAsync(numbers[random.Next(numbers.Count)], AnyCaller(random), AnyOwner(random));
            await Task.Delay(pause * random.NextDouble(), _stop.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static OwnerPhone AnyOwner(Random random) => random.Next(10) switch
    {
        0 => OwnerPhone.Answers(),
        1 => OwnerPhone.Busy(),
        _ => OwnerPhone.RingsOut(),
    };

    private static CallerBehaviour AnyCaller(Random random)
    {
        if (random.Next(10) == 0)
        {
            return CallerBehaviour.HangsUpAtBeep();
        }

        var (seconds, frequency) = (0.5 + (3 * random.NextDouble()), 200 + (800 * random.NextDouble()));
        return CallerBehaviour.LeavesMessage(SpokenMessage.FromWav(WavAudio.Tone(seconds, frequency), FormattableString.Invariant($"A tone of {frequency:0.000} Hz")));
    }
}
