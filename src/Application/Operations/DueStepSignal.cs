namespace MaskedVoicemail.Application.Operations;

/// <summary>
/// Tells the dispatcher of this process that a step has been committed, so that it need not wait for its next look at the table.
/// Only a hint: a lost one delays a step by seconds and loses nothing.
/// </summary>
public sealed class DueStepSignal : IDisposable
{
    private readonly SemaphoreSlim _raised = new(0, 1);

    public void Raise()
    {
        try
        {
            _raised.Release();
        }
        catch (SemaphoreFullException)
        {
            // Raised already and not yet seen: once is enough.
        }
    }

    /// <returns>Whether it was raised before the time was up.</returns>
    public Task<bool> WaitAsync(TimeSpan timeout, CancellationToken cancellationToken) => _raised.WaitAsync(timeout, cancellationToken);

    public void Dispose() => _raised.Dispose();
}
