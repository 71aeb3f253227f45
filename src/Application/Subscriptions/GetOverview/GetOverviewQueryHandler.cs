using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Subscriptions.ListSubscriptions;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Subscriptions.GetOverview;

internal sealed class GetOverviewQueryHandler(IAppDbContext db, IMediator mediator, TimeProvider clock) : IRequestHandler<GetOverviewQuery, Overview>
{
    public async Task<Overview> Handle(GetOverviewQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var dayAgo = now.AddDays(-1);
        var nearLimit = await mediator.Send(new ListSubscriptionsQuery(OnlyNearLimit: true), cancellationToken);
        return new Overview(
            await db.Subscribers.CountAsync(cancellationToken),
            await db.MaskedNumbers.CountAsync(number => number.ReleasedAt == null, cancellationToken),
            await db.Subscriptions.CountAsync(subscription => subscription.Status == SubscriptionStatus.Active, cancellationToken),
            await db.Calls.CountAsync(call => call.StartedAt >= dayAgo, cancellationToken),
            await db.Voicemails.CountAsync(
                voicemail => voicemail.ReceivedAt >= dayAgo && voicemail.Status != VoicemailStatus.Expected && voicemail.Status != VoicemailStatus.Absent,
                cancellationToken),
            await db.BackgroundSteps.CountAsync(step => step.State == StepState.Failed, cancellationToken),
            nearLimit.HasMore ? await db.Subscriptions.NearLimit(now).CountAsync(cancellationToken) : nearLimit.Items.Count,
            [.. nearLimit.Items.Take(GetOverviewQuery.NearLimitShown)]);
    }
}
