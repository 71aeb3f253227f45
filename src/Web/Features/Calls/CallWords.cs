using MaskedVoicemail.Domain.Calls;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Calls;

/// <summary>What became of a call, in plain words for the number's owner. Callers never hear these reasons.</summary>
public sealed class CallWords(IStringLocalizer<CallsText> text)
{
    /// <param name="dialStatus">Twilio's <c>DialCallStatus</c>, or null where none was reported.</param>
    /// <param name="hasEnded">Whether the call is over.</param>
    public string WhatBecameOfRinging(string? dialStatus, bool hasEnded) => dialStatus switch
    {
        "no-answer" => text["Your phone rang, nobody answered"],
        "busy" => text["Your phone was busy"],
        "failed" => text["Your phone could not be reached"],
        "canceled" => text["The caller hung up while your phone rang"],
        "completed" or "answered" => text["Your phone was picked up, but the call was not accepted"],
        null when hasEnded => text["The caller hung up while your phone rang"],
        _ => text["Your phone rang"],
    };

    public string WhyItDidNotRing(CallRoute route) => route switch
    {
        CallRoute.ForwardingOff => text["Your phone did not ring: forwarding was off"],
        CallRoute.NoTarget => text["Your phone did not ring: no phone was set to forward to"],
        CallRoute.Loop => text["Your phone did not ring: forwarding would have gone round in a circle"],
        CallRoute.QuotaUsedUp => text["Your phone did not ring: the month’s forwarded calls were used up"],
        CallRoute.Emergency => text["Your phone did not ring: the service was disturbed for a moment"],
        CallRoute.SubscriptionInactive => text["The call was turned away: the subscription was not active"],
        _ => text["Your phone did not ring"],
    };
}
