namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What was caught between the beep and the end.</summary>
/// <param name="Spoken">Without the silence at its end.</param>
/// <param name="Total">With it.</param>
/// <param name="Digits">The key that ended it, or <c>hangup</c>; null after silence and at the greatest length.</param>
internal readonly record struct RecordingTake(TimeSpan Spoken, TimeSpan Total, string? Digits)
{
    /// <summary>Too little to keep.</summary>
    public bool IsEmpty => Spoken < TimeSpan.FromSeconds(0.5);
}
