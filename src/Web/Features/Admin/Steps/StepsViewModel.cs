using MaskedVoicemail.Application.Operations.ListFailedSteps;
using MaskedVoicemail.Web.Features.Shared;

namespace MaskedVoicemail.Web.Features.Admin.Steps;

public sealed record StepsViewModel(FailedStepsPage Page, string? Dashboard)
{
    public const string Path = "/admin/steps";

    public Pager Pager => ListUrl.PagerOf(Path, search: null, Page.Page, Page.Page < Page.PageCount);
}
