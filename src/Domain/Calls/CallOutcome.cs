namespace MaskedVoicemail.Domain.Calls;

/// <summary>How a call ended, in the words of the call log.</summary>
public enum CallOutcome
{
    /// <summary>Not over yet, as far as we were told.</summary>
    InProgress,

    /// <summary>The owner talked with the caller.</summary>
    Answered,

    /// <summary>Nobody answered, or no phone rang; the caller may have left a message.</summary>
    Missed,

    /// <summary>The number's subscription was not active.</summary>
    Refused,
}
