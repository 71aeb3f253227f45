namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>One process of a node, from its start to its end.</summary>
/// <param name="StartedAt">When it was started.</param>
/// <param name="EndedAt">When it was killed; null while it lives.</param>
public sealed record NodeLife(DateTimeOffset StartedAt, DateTimeOffset? EndedAt = null);
