using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.ReconcileUsage;

/// <summary>
/// Compares each subscription's counters with the units on its calls and messages, and puts right what differs. Nothing should ever differ:
/// what is found is logged as an error. Safe to repeat.
/// </summary>
public sealed record ReconcileUsageCommand : IRequest<Result>;
