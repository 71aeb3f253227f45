using MaskedVoicemail.Simulator.Account;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>A call to one of the account's numbers, and what the people at both ends do.</summary>
public sealed record PhoneCall
{
    /// <summary>
    /// E.164, or as it comes from some carriers: <c>anonymous</c>, <c>Restricted</c>, <c>sip:user@host</c>, <c>client:name</c>,
    /// empty. Null: the parameter is missing.
    /// </summary>
    public required string? From { get; init; }

    public required string To { get; init; }

    public string CallSid { get; init; } = Sid.New("CA");

    /// <summary>CNAM; sent if the number has the lookup and the caller is not withheld.</summary>
    public string? CallerName { get; init; }

    public string? ForwardedFrom { get; init; }

    /// <summary>Added to every request about this call, such as <c>StirVerstat</c>.</summary>
    public IReadOnlyDictionary<string, string> ExtraParameters { get; init; } = new Dictionary<string, string>();

    /// <summary>The phone that is forwarded to.</summary>
    public OwnerPhone Owner { get; init; } = OwnerPhone.RingsOut();

    /// <summary>Phones that behave otherwise than <see cref="Owner"/>, by number.</summary>
    public IReadOnlyDictionary<string, OwnerPhone> Phones { get; init; } = new Dictionary<string, OwnerPhone>();

    public CallerBehaviour Caller { get; init; } = CallerBehaviour.HangsUpAtBeep();

    /// <summary>What the transcription makes of the message. Null: what the message holds, if it is English.</summary>
    public string? Transcript { get; init; }

    public bool TranscriptionFails { get; init; }

    /// <summary>Null: as the simulator is set.</summary>
    public Pace? Pace { get; init; }

    /// <summary>Null: as the simulator is set.</summary>
    public bool? Strict { get; init; }
}
