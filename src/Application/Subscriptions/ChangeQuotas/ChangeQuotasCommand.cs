using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.ChangeQuotas;

/// <summary>Gives one subscription quotas other than its plan's. Sealed messages open as far as the new quota goes.</summary>
public sealed record ChangeQuotasCommand(SubscriptionId SubscriptionId, int? ForwardingQuota, int? VoicemailQuota) : IRequest<Result>;
