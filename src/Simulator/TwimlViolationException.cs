using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Twiml;

namespace MaskedVoicemail.Simulator;

/// <summary>Twilio would have complained. Everything went on as it would have there.</summary>
public sealed class TwimlViolationException : Exception
{
    internal TwimlViolationException(IReadOnlyList<DebuggerNotification> notifications, CompletedCall? call = null)
        : base($"Twilio complains:\n{string.Join('\n', notifications)}\n\n{call}")
    {
        Notifications = notifications;
        Call = call;
    }

    public IReadOnlyList<DebuggerNotification> Notifications { get; }

    /// <summary>How it went, if it was a call.</summary>
    public CompletedCall? Call { get; }
}
