using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Subscriptions.ListPlans;

/// <param name="Subscriptions">How many use it.</param>
public sealed record PlanItem(PlanId Id, string Name, int ForwardingQuota, int VoicemailQuota, int Subscriptions);
