using System.Data.Common;
using System.Diagnostics;
using MaskedVoicemail.Application.Operations.RunStep;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>A lease that is renewed until it is disposed of, or lost.</summary>
internal sealed class RenewedStepLease : IStepLease
{
    private static readonly TimeSpan Interval = IStepLease.Length / 3;

    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewing;

    /// <param name="run">Which run of the step this is.</param>
    private readonly Func<Task> _release;

    /// <param name="run">Which run of the step this is.</param>
    /// <param name="renew">Prolongs it; false once somebody else has it.</param>
    /// <param name="release">Gives it back.</param>
    public RenewedStepLease(int run, Func<CancellationToken, Task<bool>> renew, Func<Task> release)
    {
        Run = run;
        _release = release;
        _renewing = RenewAsync(renew, _ended.Token);
    }

    public int Run { get; }

    public CancellationToken Lost => _lost.Token;

    public Task ReleaseAsync() => _release();

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _renewing;
        _ended.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(Func<CancellationToken, Task<bool>> renew, CancellationToken cancellationToken)
    {
        // Real time, as the server's clock runs in real time.
        using var timer = new PeriodicTimer(Interval);
        var renewed = Stopwatch.StartNew();
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                if (await TryRenewAsync(renew, cancellationToken) is { } held)
                {
                    if (!held)
                    {
                        break;
                    }

                    renewed.Restart();
                }
                else if (renewed.Elapsed > IStepLease.Length)
                {
                    break;
                }
            }

            await _lost.CancelAsync();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The step has ended.
        }
    }

    /// <returns>Whether it is still held; null where the database could not be asked.</returns>
    private static async Task<bool?> TryRenewAsync(Func<CancellationToken, Task<bool>> renew, CancellationToken cancellationToken)
    {
        try
        {
            return await renew(cancellationToken);
        }
        catch (Exception exception) when (exception is DbException or TimeoutException)
        {
            // Without a database nobody else can take the step either; when it does not come back in time, the step's own statements tell.
            return null;
        }
    }
}
