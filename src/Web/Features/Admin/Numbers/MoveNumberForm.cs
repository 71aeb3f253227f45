namespace MaskedVoicemail.Web.Features.Admin.Numbers;

public sealed class MoveNumberForm
{
    public string? OwnerEmail { get; set; }

    public Guid? PlanId { get; set; }

    public bool SharesSubscription { get; set; }
}
