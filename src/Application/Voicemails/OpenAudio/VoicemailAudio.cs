namespace MaskedVoicemail.Application.Voicemails.OpenAudio;

/// <summary>A message to listen to. Whoever asked for it disposes of the content.</summary>
/// <param name="Content">Seekable.</param>
/// <param name="ContentType"><c>audio/wav</c> or <c>audio/mpeg</c>.</param>
/// <param name="Sha256">Of the content, lower-case hexadecimal.</param>
public sealed record VoicemailAudio(Stream Content, string ContentType, string Sha256, DateTimeOffset ReceivedAt);
