using MaskedVoicemail.Application.Calls;

namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>A call that waits for its decision.</summary>
/// <param name="call">The call.</param>
/// <param name="now">When it came in, UTC.</param>
/// <param name="givenUp">Once nobody waits for the decision any more.</param>
internal sealed class PendingCall(IncomingCall call, DateTimeOffset now, CancellationToken givenUp)
{
    // Whoever waits goes on elsewhere: the next batch is not kept waiting by the answers to the last.
    private readonly TaskCompletionSource<CallIntake> _decision = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IncomingCall Call => call;

    public DateTimeOffset Now => now;

    public Task<CallIntake> Decision => _decision.Task;

    public bool IsGivenUp => givenUp.IsCancellationRequested;

    public void Decide(CallIntake intake) => _decision.TrySetResult(intake);

    public void Fail(Exception exception) => _decision.TrySetException(exception);

    public void Abandon() => _decision.TrySetCanceled(givenUp);
}
