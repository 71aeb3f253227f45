namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Audio that is safely stored.</summary>
/// <param name="ContentType"><c>audio/wav</c> or <c>audio/mpeg</c>, by the file's own first bytes.</param>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Duration">By the file's own header, where it tells.</param>
public sealed record StoredAudio(string ContentType, long Length, string Sha256, TimeSpan? Duration);
