using MaskedVoicemail.Application.Numbers.ListNumbers;
using MaskedVoicemail.Application.Subscriptions.GetOverview;

namespace MaskedVoicemail.Web.Features.Admin;

/// <param name="Overview">Totals, and what wants attention.</param>
/// <param name="Newest">The first page of all numbers.</param>
public sealed record OverviewViewModel(Overview Overview, NumbersPage Newest);
