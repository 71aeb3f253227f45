using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Operations.RunStep;

/// <summary>
/// Sees to it that a step is run by one node at a time, whatever the nodes' clocks say and whatever the job engine believes of them.
/// </summary>
public interface IStepLeases
{
    /// <returns>Null while somebody else has the step, or when it is not due any more.</returns>
    Task<IStepLease?> TakeAsync(VoicemailId voicemail, StepKind kind, CancellationToken cancellationToken);
}
