namespace MaskedVoicemail.Simulator;

/// <summary>
/// What no documentation says and nobody tried on a live account. A program must bear each of these, so tests can choose.
/// </summary>
public sealed class UnverifiedBehaviour
{
    /// <summary>
    /// <c>DialCallStatus</c> when the caller hangs up while it rings: <c>no-answer</c>, <c>canceled</c> or <c>completed</c>.
    /// Null: the action is not requested.
    /// </summary>
    public string? AbandonedDialCallStatus { get; set; } = "no-answer";

    /// <summary>Final <c>CallStatus</c> of a call that the caller gave up before anything answered it.</summary>
    public string AbandonedCallStatus { get; set; } = "no-answer";

    /// <summary><c>DialCallStatus</c> when the callee answered, and was not connected: <c>completed</c> or <c>no-answer</c>.</summary>
    public string RefusedDialCallStatus { get; set; } = "completed";

    /// <summary>
    /// Whether an empty recording requests the action of <c>&lt;Record&gt;</c>. If not, the next verb runs.
    /// </summary>
    public bool EmptyRecordingRequestsAction { get; set; }
}
