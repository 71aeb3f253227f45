using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Notifications.RecordDeliveries;

/// <summary>
/// Keeps what the provider reports about mails, and stops sending to addresses from which they come back. The reports may come in any
/// order and any number of times: the outcome is the same. Those on mails that are not ours are passed over.
/// </summary>
public sealed record RecordDeliveriesCommand(IReadOnlyList<DeliveryReport> Reports) : IRequest<Result>;
