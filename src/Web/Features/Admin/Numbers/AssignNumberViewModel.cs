using MaskedVoicemail.Application.Subscriptions.ListPlans;

namespace MaskedVoicemail.Web.Features.Admin.Numbers;

public sealed record AssignNumberViewModel(AssignNumberForm Form, IReadOnlyList<PlanItem> Plans, TwilioUrls Urls);
