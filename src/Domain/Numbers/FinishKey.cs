namespace MaskedVoicemail.Domain.Numbers;

/// <summary>The keys that may end a message; the values of Twilio's <c>finishOnKey</c>.</summary>
public static class FinishKey
{
    public const string Default = "#";

    /// <summary>Any key ends the message.</summary>
    public const string Any = "1234567890*#";

    public static IReadOnlyList<string> All { get; } = ["#", "*", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", Any];
}
