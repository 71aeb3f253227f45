namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What the phone to which a call is forwarded does.</summary>
public sealed record OwnerPhone
{
    private OwnerPhone()
    {
    }

    public required OwnerPhoneReaction Reaction { get; init; }

    /// <summary>How long it rings before it does so.</summary>
    public TimeSpan RingsFor { get; init; }

    /// <summary>What is pressed when the screening asks for a key. Null: nothing.</summary>
    public string? Presses { get; init; }

    /// <summary>How long the parties talk, if they are connected.</summary>
    public TimeSpan TalksFor { get; init; }

    public Party HangsUpFirst { get; init; }

    /// <summary>Answers after six seconds, takes the call by key 1 if screened, talks for a minute.</summary>
    public static OwnerPhone Answers(
        TimeSpan? after = null, TimeSpan? talksFor = null, Party hangsUpFirst = Party.Caller, string? presses = "1") => new()
        {
            Reaction = OwnerPhoneReaction.Answers,
            RingsFor = after ?? TimeSpan.FromSeconds(6),
            TalksFor = talksFor ?? TimeSpan.FromMinutes(1),
            HangsUpFirst = hangsUpFirst,
            Presses = presses,
        };

    /// <summary>Answers, hears who calls, and presses nothing.</summary>
    public static OwnerPhone AnswersAndRefuses() => Answers(presses: null);

    public static OwnerPhone RingsOut() => new() { Reaction = OwnerPhoneReaction.RingsOut };

    public static OwnerPhone Busy() => new() { Reaction = OwnerPhoneReaction.Busy, RingsFor = TimeSpan.FromSeconds(2) };

    public static OwnerPhone Fails() => new() { Reaction = OwnerPhoneReaction.Fails, RingsFor = TimeSpan.FromSeconds(1) };

    /// <summary>
    /// By default at once, as with a phone that is switched off. Connected unless screened; then the caller talks to it.
    /// </summary>
    public static OwnerPhone CarrierVoicemailAnswers(TimeSpan? after = null) => new()
    {
        Reaction = OwnerPhoneReaction.CarrierVoicemailAnswers,
        RingsFor = after ?? TimeSpan.FromSeconds(3),
        TalksFor = TimeSpan.FromSeconds(25),
        HangsUpFirst = Party.Caller,
    };
}
