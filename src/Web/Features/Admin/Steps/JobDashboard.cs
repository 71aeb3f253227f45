namespace MaskedVoicemail.Web.Features.Admin.Steps;

/// <summary>The job engine's own pages.</summary>
/// <param name="Path">Where they are; null where it has none.</param>
public sealed record JobDashboard(string? Path);
