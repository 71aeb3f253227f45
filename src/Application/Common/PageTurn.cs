namespace MaskedVoicemail.Application.Common;

/// <summary>Which page of a list is asked for, seen from a place in it. Null stands for the first page.</summary>
/// <param name="From">An entry of the page that one comes from.</param>
/// <param name="IsToNewer">Towards the newest; otherwise towards the oldest.</param>
public sealed record PageTurn(PagePosition From, bool IsToNewer);
