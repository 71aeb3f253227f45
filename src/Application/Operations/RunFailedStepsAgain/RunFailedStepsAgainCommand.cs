using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Operations.RunFailedStepsAgain;

/// <summary>An administrator has put something right and wants every step that was given up tried again, now.</summary>
/// <returns>How many there were.</returns>
public sealed record RunFailedStepsAgainCommand : IRequest<Result<int>>;
