using System.Buffers;
using MaskedVoicemail.Application.Common;

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

    /// <summary>A SID comes from outside and goes into an address: nothing but a SID may.</summary>
    /// <exception cref="PartnerException">It is none.</exception>
    public static string Require(string prefix, string text) =>
        IsOf(prefix, text) ? text : throw new PartnerException($"{prefix}… is expected, and this is not one of Twilio's SIDs.", isPermanent: true);
}
