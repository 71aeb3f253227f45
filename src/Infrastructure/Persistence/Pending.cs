namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Something that waits for its decision.</summary>
/// <param name="item">What.</param>
/// <param name="arrivedAt">When it came in, UTC.</param>
/// <param name="givenUp">Once nobody waits for the decision any more.</param>
internal sealed class Pending<TItem, TDecision>(TItem item, DateTimeOffset arrivedAt, CancellationToken givenUp)
{
    // Whoever waits goes on elsewhere: the next batch is not kept waiting by the answers to the last.
    private readonly TaskCompletionSource<TDecision> _decision = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TItem Item => item;

    public DateTimeOffset ArrivedAt => arrivedAt;

    public Task<TDecision> Decision => _decision.Task;

    public bool IsGivenUp => givenUp.IsCancellationRequested;

    public void Decide(TDecision decision) => _decision.TrySetResult(decision);

    public void Fail(Exception exception) => _decision.TrySetException(exception);

    public void Abandon() => _decision.TrySetCanceled(givenUp);
}
