namespace MaskedVoicemail.Application.Operations;

/// <summary>What waits to be done.</summary>
/// <param name="Kinds">By kind of step.</param>
/// <param name="OldestExpectedSeconds">How long the oldest message has been expected that nobody has reported on; 0 for none.</param>
public sealed record QueueState(IReadOnlyList<QueuedKind> Kinds, double OldestExpectedSeconds)
{
    public static QueueState Empty { get; } = new([], 0);
}
