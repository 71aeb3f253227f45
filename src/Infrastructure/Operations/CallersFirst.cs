namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>
/// A node that starts gets ready for callers first. The work that can wait waits until nothing has to be warmed up any more, and does not take the
/// processors meanwhile.
/// </summary>
public sealed class CallersFirst
{
    private readonly TaskCompletionSource _warm = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _areServed;

    /// <summary>Whether a call is answered without delay.</summary>
    public bool AreServed => _areServed;

    public void Serve() => _areServed = true;

    public void LetOthersIn()
    {
        Serve();
        _warm.TrySetResult();
    }

    /// <summary>For the work that can wait.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _warm.Task.WaitAsync(cancellationToken);
}
