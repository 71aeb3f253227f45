using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Operations.RunStep;

/// <summary>Does one background step if it is due. Safe to repeat.</summary>
/// <returns>When it wants to be run next (UTC), or null when it is done, given up, or was not due.</returns>
public sealed record RunStepCommand(VoicemailId VoicemailId, StepKind Kind) : IRequest<DateTimeOffset?>;
