using MediatR;

namespace MaskedVoicemail.Application.Operations.ListFailedSteps;

/// <summary>Steps that were given up, latest first.</summary>
/// <param name="Page">From 1.</param>
public sealed record ListFailedStepsQuery(int Page = 1) : IRequest<FailedStepsPage>
{
    public const int PageSize = 20;
}
