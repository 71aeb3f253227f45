namespace MaskedVoicemail.Application.Accounts;

/// <summary>How often something may be tried.</summary>
/// <param name="Kind">What it is, for a count of its own.</param>
/// <param name="Most">So many times.</param>
/// <param name="Window">Within this time of the first one.</param>
/// <param name="Pause">How long nothing is allowed after one too many.</param>
public sealed record AttemptLimit(string Kind, int Most, TimeSpan Window, TimeSpan Pause);
