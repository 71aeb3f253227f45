using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Notifications.LiftSuppression;

/// <summary>Has mail sent to an address again, beginning with the next one.</summary>
public sealed record LiftSuppressionCommand(string Address) : IRequest<Result>;
