using System.Diagnostics;

namespace MaskedVoicemail.Integration.Tests.Support;

internal static class Eventually
{
    /// <param name="isSo">Asked until it is.</param>
    /// <param name="expectation">For the message of a failed test.</param>
    /// <param name="evidence">The same: what may tell why.</param>
    public static async Task IsSoAsync(Func<Task<bool>> isSo, string expectation, Func<string>? evidence = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(waited.Elapsed < Patience.Limit, $"Still not so after {Patience.Limit}: {expectation}.\n{evidence?.Invoke()}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
