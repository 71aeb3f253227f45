using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.StartDuePeriods;

/// <summary>
/// Starts the new period of every subscription whose last one is over. A call does so by itself; this is for owners whom nobody rings,
/// whose sealed messages would otherwise stay sealed.
/// </summary>
public sealed record StartDuePeriodsCommand : IRequest<Result>;
