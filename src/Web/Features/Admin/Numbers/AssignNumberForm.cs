using MaskedVoicemail.Application.Numbers.AssignNumber;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Web.Features.Admin.Numbers;

public sealed class AssignNumberForm
{
    public string? Number { get; set; }

    public string? OwnerEmail { get; set; }

    public Guid? PlanId { get; set; }

    public bool SharesSubscription { get; set; }

    public Language Language { get; set; }

    public string? Target { get; set; }

    public AssignNumberCommand ToCommand() =>
        new(Number, OwnerEmail, new PlanId(PlanId ?? Guid.Empty), SharesSubscription, Language, Target);
}
