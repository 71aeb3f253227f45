using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Operations.RunStep;

/// <summary>Does one background step if it is due. Safe to repeat.</summary>
/// <param name="VoicemailId">Whose step.</param>
/// <param name="Kind">Which of its steps.</param>
/// <param name="PlannedFor">
/// The time of the step for which this run was planned, UTC, where the engine keeps time for all nodes: they may disagree on what time it is, and
/// the one that runs it need not be the one that planned it. A step that was put off since is not due.
/// </param>
/// <returns>When it wants to be run next (UTC), or null when it is done, given up, or was not due.</returns>
public sealed record RunStepCommand(VoicemailId VoicemailId, StepKind Kind, DateTimeOffset PlannedFor = default) : IRequest<DateTimeOffset?>;
