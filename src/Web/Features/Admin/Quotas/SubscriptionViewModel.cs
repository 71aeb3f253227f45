using MaskedVoicemail.Application.Subscriptions.GetSubscription;
using MaskedVoicemail.Application.Subscriptions.ListPlans;

namespace MaskedVoicemail.Web.Features.Admin.Quotas;

public sealed record SubscriptionViewModel(SubscriptionDetails Details, IReadOnlyList<PlanItem> Plans, QuotasForm Form);
