using System.Buffers;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>Twilio's names for things: two letters that tell the kind, then 32 hexadecimal digits.</summary>
internal static class TwilioSid
{
    private const int Length = 34;

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    public static bool IsOf(string prefix, string? text) =>
        text is { Length: Length }
        && text.StartsWith(prefix, StringComparison.Ordinal)
        && !text.AsSpan(prefix.Length).ContainsAnyExcept(Hexadecimal);
}
