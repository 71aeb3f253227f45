namespace MaskedVoicemail.Web.Features.Admin.Quotas;

public sealed class QuotasForm
{
    public int? ForwardingQuota { get; set; }

    public int? VoicemailQuota { get; set; }
}
