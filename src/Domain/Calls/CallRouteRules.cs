namespace MaskedVoicemail.Domain.Calls;

public static class CallRouteRules
{
    /// <summary>Whether the caller is asked for a message at once, without any phone ringing.</summary>
    public static bool LeadsToVoicemail(this CallRoute route) => route is not (CallRoute.Forward or CallRoute.SubscriptionInactive);
}
