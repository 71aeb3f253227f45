namespace MaskedVoicemail.Delivery.Tests.Support;

internal static class Wait
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>How long it took, by real time.</returns>
    public static async Task<TimeSpan> UntilAsync(Func<Task<bool>> isSo)
    {
        var start = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromMinutes(5), "It did not come to pass within five minutes.");
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        return TimeProvider.System.GetElapsedTime(start);
    }
}
