using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>A quota with its name, as a sentence and a bar (_QuotaMeter.cshtml).</summary>
public sealed record QuotaMeter(string Label, Quota Quota)
{
    /// <summary>The bar's colour: <c>full</c>, <c>near</c> or <c>fine</c>.</summary>
    public string Level => Quota.IsUsedUp ? "full" : Quota.IsNearlyUsedUp ? "near" : "fine";
}
