namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>One of several things to choose from (_Choice.cshtml).</summary>
/// <param name="Field">The form's field.</param>
/// <param name="Value">What is posted.</param>
/// <param name="IsChosen">Chosen when the page is shown.</param>
/// <param name="Icon">In the sprite.</param>
/// <param name="Title">Its name.</param>
/// <param name="Detail">A line below it, or null.</param>
public sealed record Choice(string Field, object Value, bool IsChosen, string Icon, string Title, string? Detail = null);
