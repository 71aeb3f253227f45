using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.ChangeStatus;

internal sealed class ChangeStatusCommandHandler(IAppDbContext db) : IRequestHandler<ChangeStatusCommand, Result>
{
    public async Task<Result> Handle(ChangeStatusCommand request, CancellationToken cancellationToken)
    {
        var subscription = await db.Subscriptions.SingleOrDefaultAsync(row => row.Id == request.SubscriptionId, cancellationToken);
        if (subscription is null)
        {
            return SubscriptionErrors.NotFound;
        }

        if (request.IsActive)
        {
            subscription.Activate();
        }
        else
        {
            subscription.Deactivate();
        }

        await db.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
