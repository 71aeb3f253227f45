using MediatR;

namespace MaskedVoicemail.Application.Subscriptions.GetOverview;

/// <summary>The administrator's first look: how much there is, and what wants attention.</summary>
public sealed record GetOverviewQuery : IRequest<Overview>
{
    /// <summary>How many of those near a limit are named; the rest are a link away.</summary>
    public const int NearLimitShown = 5;
}
