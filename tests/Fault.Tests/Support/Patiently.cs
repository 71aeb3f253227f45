using System.Diagnostics;

namespace MaskedVoicemail.Fault.Tests.Support;

internal static class Patiently
{
    /// <summary>Looks again and again until it is so.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> AwaitAsync(Func<Task<bool>> isSo, TimeSpan patience, string expectation)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(clock.Elapsed < patience, $"Still not so after {patience}: {expectation}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        return clock.Elapsed;
    }

    public static Task<TimeSpan> AwaitAsync(Func<bool> isSo, TimeSpan patience, string expectation) =>
        AwaitAsync(() => Task.FromResult(isSo()), patience, expectation);
}
