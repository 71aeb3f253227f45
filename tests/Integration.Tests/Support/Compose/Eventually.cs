using System.Diagnostics;

namespace MaskedVoicemail.Integration.Tests.Support.Compose;

internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="isSo">Asked until it is.</param>
    /// <param name="expectation">For the message of a failed test.</param>
    /// <param name="evidence">The same: what may tell why.</param>
    public static async Task IsSoAsync(Func<Task<bool>> isSo, string expectation, Func<string>? evidence = null)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(waited.Elapsed < Patience, $"Still not so after {Patience.TotalSeconds} s: {expectation}.\n{evidence?.Invoke()}");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
