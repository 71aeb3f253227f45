namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>What stands where a list has nothing: why, and what to do next (_Empty.cshtml).</summary>
public sealed record EmptyState(string Icon, string Title, string Text, string? Action = null, string? ActionUrl = null);
