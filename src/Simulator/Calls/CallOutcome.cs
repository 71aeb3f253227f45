using MaskedVoicemail.Simulator.Account;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What came of a call, filled in as it runs.</summary>
internal sealed class CallOutcome(CallResource resource)
{
    public CallResource Resource => resource;

    public string? DialCallSid { get; set; }

    public string? DialCallStatus { get; set; }

    public RecordingResource? Recording { get; set; }

    public string? TranscriptionSid { get; set; }
}
