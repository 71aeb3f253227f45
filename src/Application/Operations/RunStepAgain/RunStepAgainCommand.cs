using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;

namespace MaskedVoicemail.Application.Operations.RunStepAgain;

/// <summary>An administrator wants a step that was given up tried again, now.</summary>
public sealed record RunStepAgainCommand(VoicemailId VoicemailId, StepKind Kind) : IRequest<Result>;
