using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;
using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.CreatePlan;

internal sealed class CreatePlanCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<CreatePlanCommand, Result<PlanId>>
{
    public async Task<Result<PlanId>> Handle(CreatePlanCommand request, CancellationToken cancellationToken)
    {
        var plan = Plan.Create(request.Name!.Trim(), request.ForwardingQuota!.Value, request.VoicemailQuota!.Value, clock.GetUtcNow());
        db.Plans.Add(plan);
        var saved = await db.SavePlanAsync(plan, cancellationToken);
        return saved.IsSuccess ? plan.Id : Result<PlanId>.Failure(saved.Errors);
    }
}
