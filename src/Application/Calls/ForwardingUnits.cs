using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Calls;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Calls;

internal static class ForwardingUnits
{
    /// <summary>Corrects the counter of the period in which a call came in; a period that is over needs no correction.</summary>
    public static Task<int> AddForwardingUnitsAsync(this IAppDbContext db, Call call, int units, CancellationToken cancellationToken) =>
        db.Subscriptions
            .Where(subscription => subscription.Id == call.SubscriptionId && subscription.PeriodStart == call.PeriodStart)
            .ExecuteUpdateAsync(
                set => set.SetProperty(subscription => subscription.ForwardingUsed, subscription => subscription.ForwardingUsed + units),
                cancellationToken);
}
