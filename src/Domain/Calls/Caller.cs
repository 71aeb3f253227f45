using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Domain.Calls;

/// <summary>Whoever calls, exactly as Twilio named them in <c>From</c>.</summary>
/// <remarks>
/// Forms of <c>From</c>: E.164, a raw caller ID, a word such as <c>anonymous</c>, its spelling on a keypad, <c>client:</c>, <c>sip:</c>, or nothing
/// (Twilio, "TwiML for Programmable Voice", and changelog of 2022-11-16).
/// </remarks>
public readonly record struct Caller
{
    /// <summary>Longer caller IDs are cut: no telephone network carries them.</summary>
    public const int MaxLength = 128;

    private static readonly string[] WithheldWords = ["anonymous", "restricted", "blocked", "unknown", "unavailable", "private", "withheld"];

    private readonly string? _raw;
    private readonly CallerKind _kind;

    private Caller(string raw)
    {
        _raw = raw;
        _kind = Read(raw, out var number);
        Number = _kind is CallerKind.PhoneNumber ? number : null;
    }

    /// <summary>The caller ID as received; personal data, not for logs.</summary>
    public string Raw => _raw ?? "";

    public static Caller FromRaw(string? raw) =>
        new(raw is null ? "" : raw.Length > MaxLength ? raw[..MaxLength] : raw);

    public CallerKind Kind => _raw is null ? CallerKind.Withheld : _kind;

    /// <summary>The caller's number, where the caller ID is one and was not withheld.</summary>
    public PhoneNumber? Number { get; }

    /// <summary>Masked, for logs.</summary>
    public override string ToString() => Number?.ToString() ?? Kind.ToString();

    private static CallerKind Read(string text, out PhoneNumber number)
    {
        number = default;
        var raw = text.AsSpan().Trim();
        if (raw.StartsWith("client:", StringComparison.OrdinalIgnoreCase))
        {
            return CallerKind.Client;
        }

        if (raw.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || raw.StartsWith("sips:", StringComparison.OrdinalIgnoreCase) || raw.Contains('@'))
        {
            return CallerKind.Sip;
        }

        return IsWithheld(raw) ? CallerKind.Withheld : PhoneNumber.TryParse(text, out number) ? CallerKind.PhoneNumber : CallerKind.Other;
    }

    private static bool IsWithheld(ReadOnlySpan<char> raw)
    {
        // ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE as keys of a telephone.
        if (raw.IsEmpty || raw is "+266696687" or "+7378742833" or "+2562533" or "+8656696" or "+86282452253")
        {
            return true;
        }

        foreach (var word in WithheldWords)
        {
            if (raw.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
