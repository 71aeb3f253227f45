using MaskedVoicemail.Application.Subscriptions.ListSubscriptions;

namespace MaskedVoicemail.Application.Subscriptions.GetOverview;

/// <param name="Accounts">Registered people.</param>
/// <param name="Numbers">Numbers in service.</param>
/// <param name="ActiveSubscriptions">Subscriptions that take calls.</param>
/// <param name="CallsOfLastDay">Calls of the last 24 hours.</param>
/// <param name="VoicemailsOfLastDay">Messages left in the last 24 hours.</param>
/// <param name="FailedSteps">Background steps that were given up.</param>
/// <param name="NearLimitCount">Subscriptions of which a quota is nearly or wholly used up.</param>
/// <param name="NearLimit">The newest of them, at most <see cref="GetOverviewQuery.NearLimitShown"/>.</param>
public sealed record Overview(
    int Accounts,
    int Numbers,
    int ActiveSubscriptions,
    int CallsOfLastDay,
    int VoicemailsOfLastDay,
    int FailedSteps,
    int NearLimitCount,
    IReadOnlyList<SubscriptionListItem> NearLimit);
