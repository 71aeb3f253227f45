namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>Ways to the newer and to the older entries of a list; null where there are none (_Pager.cshtml).</summary>
public sealed record Pager(string? NewerUrl, string? OlderUrl);
