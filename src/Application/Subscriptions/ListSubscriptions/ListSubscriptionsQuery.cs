using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.ListSubscriptions;

/// <summary>All subscriptions, newest first, for an administrator.</summary>
/// <param name="Search">A part of the owner's e-mail address; empty for all.</param>
/// <param name="OnlyNearLimit">Only active ones of which a quota is nearly or wholly used up.</param>
/// <param name="Page">From 1.</param>
public sealed record ListSubscriptionsQuery(string? Search = null, bool OnlyNearLimit = false, int Page = 1) : IRequest<SubscriptionsPage>
{
    public const int PageSize = 20;
}
