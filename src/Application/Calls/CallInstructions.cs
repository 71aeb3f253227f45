using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Calls;

/// <summary>What is to happen to a live call next. The web layer says it in TwiML.</summary>
public abstract record CallInstructions
{
    private CallInstructions()
    {
    }

    /// <summary>Not answered, not billed.</summary>
    public sealed record Reject : CallInstructions
    {
        public static readonly Reject Instance = new();
    }

    public sealed record HangUp : CallInstructions
    {
        public static readonly HangUp Instance = new();
    }

    /// <summary>A sentence without reasons, then the end.</summary>
    public sealed record SayUnavailable(Language Language) : CallInstructions;

    /// <summary>Ring the owner's phone.</summary>
    /// <param name="Target">The owner's phone.</param>
    /// <param name="CallerId">What it shows, or null for the caller's own number.</param>
    /// <param name="Settings">The number's settings.</param>
    public sealed record Forward(PhoneNumber Target, PhoneNumber? CallerId, ForwardingSettings Settings) : CallInstructions;

    /// <summary>Greet the caller and record a message.</summary>
    /// <param name="Settings">The number's settings.</param>
    /// <param name="MaxSeconds">The longest message.</param>
    /// <param name="Transcribe">Whether Twilio is asked for the text.</param>
    public sealed record TakeMessage(ForwardingSettings Settings, int MaxSeconds, bool Transcribe) : CallInstructions;
}
