namespace MaskedVoicemail.Application.Operations.ListFailedSteps;

/// <param name="Items">At most <see cref="ListFailedStepsQuery.PageSize"/>.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="TotalCount">Failed steps on all pages.</param>
public sealed record FailedStepsPage(IReadOnlyList<FailedStepItem> Items, int Page, int TotalCount)
{
    public int PageCount => Math.Max(1, (TotalCount + ListFailedStepsQuery.PageSize - 1) / ListFailedStepsQuery.PageSize);
}
