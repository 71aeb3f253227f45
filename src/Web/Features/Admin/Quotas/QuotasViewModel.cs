using MaskedVoicemail.Application.Subscriptions.ListPlans;
using MaskedVoicemail.Application.Subscriptions.ListSubscriptions;
using MaskedVoicemail.Web.Features.Shared;

namespace MaskedVoicemail.Web.Features.Admin.Quotas;

public sealed record QuotasViewModel(IReadOnlyList<PlanItem> Plans, SubscriptionsPage Page, string? Search, bool OnlyNearLimit)
{
    public const string Path = "/admin/quotas";
    public const string NearLimit = "near";

    public bool IsFiltered => OnlyNearLimit || !string.IsNullOrWhiteSpace(Search);

    public string AllUrl => ListUrl.Of(Path, Search);

    public string NearLimitUrl => ListUrl.Of(Path, Search, filter: NearLimit);

    public Pager Pager => ListUrl.PagerOf(Path, Search, Page.Page, Page.HasMore, OnlyNearLimit ? NearLimit : null);
}
