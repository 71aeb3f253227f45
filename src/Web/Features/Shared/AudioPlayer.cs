namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>A recording to listen to (<see cref="AudioPlayerTagHelper"/>).</summary>
/// <param name="Url">The audio, on our own origin.</param>
/// <param name="Label">What it is, for who cannot see the page: "Message from …".</param>
/// <param name="Seconds">Its length, where known before the audio is loaded.</param>
/// <param name="HeardUrl">Posted to when it is first played, or null.</param>
/// <param name="DownloadUrl">The download link's target.</param>
/// <param name="DrawAtOnce">Load and draw the audio with the page: for the page of one message, not for a list.</param>
public sealed record AudioPlayer(string Url, string Label, int? Seconds, string? HeardUrl, string DownloadUrl, bool DrawAtOnce);
