namespace MaskedVoicemail.Web.Features.Admin.Plans;

public sealed class PlanForm
{
    public string? Name { get; set; }

    public int? ForwardingQuota { get; set; }

    public int? VoicemailQuota { get; set; }
}
