using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Subscriptions.StartNewPeriod;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.GetUsage;

internal sealed class GetUsageQueryHandler(IAppDbContext db, IMediator mediator, TimeProvider clock)
    : IRequestHandler<GetUsageQuery, IReadOnlyList<SubscriptionUsage>>
{
    public async Task<IReadOnlyList<SubscriptionUsage>> Handle(GetUsageQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await StartPeriodsAsync(request.OwnerId, now, cancellationToken);
        var rows = await (
            from subscription in db.Subscriptions
            join plan in db.Plans on subscription.PlanId equals plan.Id
            where subscription.OwnerId == request.OwnerId
            orderby subscription.Id
            select new { Subscription = subscription, Plan = plan.Name })
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var numbers = await NumbersAsync(request.OwnerId, cancellationToken);
        var waiting = await SealedAsync(request.OwnerId, cancellationToken);
        var from = rows.Min(row => row.Subscription.PeriodStart);
        var calls = new DayCounts(request.Zone);
        await calls.AddAsync(CallsSince(request.OwnerId, from), cancellationToken);
        var voicemails = new DayCounts(request.Zone);
        await voicemails.AddAsync(VoicemailsSince(request.OwnerId, from), cancellationToken);

        return
        [
            .. from row in rows
               let subscription = row.Subscription
               let own = numbers[subscription.Id].ToList()
               where own.Count > 0 || waiting.ContainsKey(subscription.Id)
               select new SubscriptionUsage(
                   subscription.Id,
                   row.Plan,
                   subscription.Status,
                   subscription.PeriodStart,
                   subscription.PeriodEnd,
                   subscription.Forwarding,
                   subscription.Voicemails,
                   own,
                   waiting.GetValueOrDefault(subscription.Id),
                   [.. DaysOf(subscription, calls, voicemails, now)]),
        ];
    }

    /// <summary>Otherwise the first call would do it; the owner need not wait for that to find messages opened.</summary>
    private async Task StartPeriodsAsync(SubscriberId owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var over = await db.Subscriptions
            .Where(subscription => subscription.OwnerId == owner && subscription.PeriodEnd <= now)
            .Select(subscription => subscription.Id)
            .ToListAsync(cancellationToken);
        foreach (var subscription in over)
        {
            await mediator.Send(new StartNewPeriodCommand(subscription), cancellationToken);
        }
    }

    private async Task<ILookup<SubscriptionId, PhoneNumber>> NumbersAsync(SubscriberId owner, CancellationToken cancellationToken)
    {
        var numbers = await db.MaskedNumbers
            .Where(number => number.OwnerId == owner && number.ReleasedAt == null)
            .OrderBy(number => number.Id)
            .Select(number => new { number.SubscriptionId, number.Number })
            .ToListAsync(cancellationToken);
        return numbers.ToLookup(number => number.SubscriptionId, number => number.Number);
    }

    private Task<Dictionary<SubscriptionId, int>> SealedAsync(SubscriberId owner, CancellationToken cancellationToken) =>
        db.Voicemails
            .Where(voicemail => voicemail.OwnerId == owner && voicemail.IsSealed && voicemail.DeletedAt == null)
            .GroupBy(voicemail => voicemail.SubscriptionId)
            .Select(sealedOnes => new { Subscription = sealedOnes.Key, Count = sealedOnes.Count() })
            .ToDictionaryAsync(sealedOnes => sealedOnes.Subscription, sealedOnes => sealedOnes.Count, cancellationToken);

    // A day is the reader's, and no database knows every time zone: the instants are read, one narrow row each, and counted on the way.
    private IAsyncEnumerable<SubscriptionEvent> CallsSince(SubscriberId owner, DateTimeOffset from) =>
        db.Calls
            .Where(call => call.OwnerId == owner && call.StartedAt >= from)
            .Select(call => new SubscriptionEvent(call.SubscriptionId, call.StartedAt))
            .AsAsyncEnumerable();

    private IAsyncEnumerable<SubscriptionEvent> VoicemailsSince(SubscriberId owner, DateTimeOffset from) =>
        db.Voicemails
            .Where(voicemail => voicemail.OwnerId == owner && voicemail.ReceivedAt >= from
                && voicemail.Status != VoicemailStatus.Expected && voicemail.Status != VoicemailStatus.Absent)
            .Select(voicemail => new SubscriptionEvent(voicemail.SubscriptionId, voicemail.ReceivedAt))
            .AsAsyncEnumerable();

    private static IEnumerable<DayUsage> DaysOf(Subscription subscription, DayCounts calls, DayCounts voicemails, DateTimeOffset now)
    {
        var today = calls.DayOf(now);
        for (var day = calls.DayOf(subscription.PeriodStart); day <= today; day = day.AddDays(1))
        {
            yield return new DayUsage(day, calls[subscription.Id, day], voicemails[subscription.Id, day]);
        }
    }
}
