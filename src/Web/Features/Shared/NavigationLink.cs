namespace MaskedVoicemail.Web.Features.Shared;

/// <param name="Text">Its name in the reader's language.</param>
/// <param name="IsCurrent">The page shown is this one or one below it.</param>
public sealed record NavigationLink(string Url, string Icon, string Text, bool IsCurrent);
