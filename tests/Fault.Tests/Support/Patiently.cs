using System.Diagnostics;

namespace MaskedVoicemail.Fault.Tests.Support;

internal static class Patiently
{
    /// <summary>It ends what would never come, on the slowest of machines, and measures nothing.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>Looks again and again until it is so.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> AwaitAsync(Func<Task<bool>> isSo, string expectation)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(clock.Elapsed < Limit, $"Still not so after {Limit}: {expectation}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return clock.Elapsed;
    }

    public static Task<TimeSpan> AwaitAsync(Func<bool> isSo, string expectation) =>
        AwaitAsync(() => Task.FromResult(isSo()), expectation);
}
