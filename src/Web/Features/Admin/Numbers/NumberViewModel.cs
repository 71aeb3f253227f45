using MaskedVoicemail.Application.Numbers.GetNumber;
using MaskedVoicemail.Application.Subscriptions.ListPlans;

namespace MaskedVoicemail.Web.Features.Admin.Numbers;

public sealed record NumberViewModel(
    NumberDetails Details, ChangeNumberForm Change, MoveNumberForm Move, IReadOnlyList<PlanItem> Plans, TwilioUrls Urls);
