namespace MaskedVoicemail.Simulator.Calls;

/// <summary>About how long a voice takes to say something.</summary>
internal static class SpeechTime
{
    private const double SecondsPerWord = 0.4;
    private const double SecondsPerIdeograph = 0.25;

    public static TimeSpan Of(string text)
    {
        var ideographs = text.Count(character => character is >= '\u3400' and <= '\u9fff');
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word[0] < '\u3400');
        return TimeSpan.FromSeconds(Math.Max(1, (ideographs * SecondsPerIdeograph) + (words * SecondsPerWord)));
    }
}
