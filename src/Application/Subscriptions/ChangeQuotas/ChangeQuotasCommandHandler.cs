using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.ChangeQuotas;

internal sealed class ChangeQuotasCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<ChangeQuotasCommand, Result>
{
    public Task<Result> Handle(ChangeQuotasCommand request, CancellationToken cancellationToken) =>
        db.ChangeQuotasAsync(
            request.SubscriptionId,
            subscription => subscription.ChangeQuotas(request.ForwardingQuota!.Value, request.VoicemailQuota!.Value),
            clock.GetUtcNow(),
            cancellationToken);
}
