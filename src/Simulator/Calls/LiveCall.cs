namespace MaskedVoicemail.Simulator.Calls;

/// <summary>A call that runs.</summary>
public sealed class LiveCall
{
    private readonly CallSession _session;

    internal LiveCall(CallSession session, Task<CompletedCall> completion)
    {
        _session = session;
        Completion = completion;
    }

    public PhoneCall Call => _session.Call;

    public string CallSid => Call.CallSid;

    public CallTimeline Timeline => _session.Timeline;

    /// <summary>Ends when the call is over and its callbacks are delivered.</summary>
    public Task<CompletedCall> Completion { get; }

    /// <summary>The caller hangs up, within a second of the call's time.</summary>
    public void HangUp() => _session.HangUpSoon();
}
