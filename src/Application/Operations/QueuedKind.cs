using MaskedVoicemail.Domain.Operations;

namespace MaskedVoicemail.Application.Operations;

/// <summary>The steps of one kind.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Due">How many are due now.</param>
/// <param name="OldestSeconds">How long the oldest of them has been due.</param>
/// <param name="Failed">How many were given up.</param>
public sealed record QueuedKind(StepKind Kind, int Due, double OldestSeconds, int Failed);
