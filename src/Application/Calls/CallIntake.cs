using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Calls;

/// <summary>What became of a call that was taken in.</summary>
public abstract record CallIntake
{
    private CallIntake()
    {
    }

    /// <summary>No such masked number; nothing was written.</summary>
    public sealed record UnknownNumber : CallIntake
    {
        public static readonly UnknownNumber Instance = new();
    }

    /// <summary>The subscription's period is over; nothing was written. Start the new one and ask again.</summary>
    public sealed record PeriodOver(SubscriptionId SubscriptionId) : CallIntake;

    /// <summary>The call is in the books, from this request or an earlier one.</summary>
    public sealed record Accepted(CallRoute Route, PhoneNumber Number, ForwardingSettings Settings) : CallIntake;
}
