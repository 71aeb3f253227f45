using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Calls.ListCalls;

/// <summary>What is known of a call's message.</summary>
public sealed record CallMessage(CallId CallId, VoicemailId Id, VoicemailStatus Status, int? DurationSeconds)
{
    /// <summary>There is a message that its owner can open, or its trace where the recording was lost.</summary>
    public bool IsKept => Status is VoicemailStatus.Recorded or VoicemailStatus.Stored or VoicemailStatus.Ready or VoicemailStatus.Failed;
}
