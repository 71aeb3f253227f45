using MaskedVoicemail.Application.Subscriptions.GetUsage;

namespace MaskedVoicemail.Web.Features.Usage;

/// <summary>One subscription in its present period, with the days drawn.</summary>
public sealed record UsageViewModel(SubscriptionUsage Usage, UsageChart Chart);
