namespace MaskedVoicemail.Simulator.Calls;

/// <summary>The forms that a caller's number takes.</summary>
internal static class CallerId
{
    private static readonly string[] WithheldWords = ["anonymous", "unknown", "restricted", "blocked", "unavailable", "private"];

    /// <summary>The same words, as they are spelled on a keypad.</summary>
    private static readonly string[] WithheldDigits = ["266696687", "7378742833", "2562533", "8656696", "86282452253"];

    public static bool IsWithheld(string? from) =>
        string.IsNullOrWhiteSpace(from)
        || WithheldDigits.Contains(from.TrimStart('+'))
        || (!IsSip(from) && WithheldWords.Any(word => from.Contains(word, StringComparison.OrdinalIgnoreCase)));

    public static bool IsSip(string? from) =>
        from is not null && (from.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || from.Contains('@', StringComparison.Ordinal));
}
