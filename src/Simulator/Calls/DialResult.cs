namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What came of a <c>&lt;Dial&gt;</c>.</summary>
internal sealed record DialResult
{
    /// <summary><c>DialCallStatus</c>. Null: the action is not requested.</summary>
    public required string? Status { get; init; }

    public string? CallSid { get; init; }

    public int Seconds { get; init; }

    public bool IsBridged { get; init; }
}
