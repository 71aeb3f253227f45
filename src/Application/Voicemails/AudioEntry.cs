namespace MaskedVoicemail.Application.Voicemails;

/// <summary>What the books say of a message's audio.</summary>
/// <param name="ContentType"><c>audio/wav</c> or <c>audio/mpeg</c>.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record AudioEntry(string ContentType, string Sha256, DateTimeOffset ReceivedAt);
