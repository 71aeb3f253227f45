using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Twiml;

namespace MaskedVoicemail.Simulator;

/// <summary>Twilio would have complained. The call went on as it would have there; <see cref="Call"/> tells how.</summary>
public sealed class TwimlViolationException : Exception
{
    internal TwimlViolationException(CompletedCall call)
        : base($"""
            Twilio complains:
            {string.Join(Environment.NewLine, call.Notifications)}

            {call}
            """)
    {
        Call = call;
    }

    public CompletedCall Call { get; }

    public IReadOnlyList<DebuggerNotification> Notifications => Call.Notifications;
}
