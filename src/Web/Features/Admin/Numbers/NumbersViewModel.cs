using MaskedVoicemail.Application.Numbers.ListNumbers;
using MaskedVoicemail.Web.Features.Shared;

namespace MaskedVoicemail.Web.Features.Admin.Numbers;

public sealed record NumbersViewModel(NumbersPage Page, string? Search)
{
    public const string Path = "/admin/numbers";

    public Pager Pager => ListUrl.PagerOf(Path, Search, Page.Page, Page.HasMore);
}
