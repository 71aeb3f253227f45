namespace MaskedVoicemail.Application.Common;

/// <summary>One page of a list that is sorted by time, newest first.</summary>
/// <param name="Items">At most 20 of them.</param>
/// <param name="Newer">From where a newer page goes on, or null where there is none.</param>
/// <param name="Older">From where an older page goes on, or null where there is none.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, PagePosition? Newer, PagePosition? Older);
