namespace MaskedVoicemail.Simulator.Calls;

/// <summary>How a caller ends a message. A message longer than <c>maxLength</c> is cut off whatever is meant here.</summary>
public enum MessageEnding
{
    HangUp,

    /// <summary>By a key; one that is not in <c>finishOnKey</c> does nothing, and silence follows.</summary>
    Key,

    /// <summary>Says no more, and waits.</summary>
    Silence,
}
