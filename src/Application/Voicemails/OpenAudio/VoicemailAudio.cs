namespace MaskedVoicemail.Application.Voicemails.OpenAudio;

/// <summary>A message to listen to. Whoever asked for it disposes of the content.</summary>
/// <param name="Content">Seekable.</param>
public sealed record VoicemailAudio(Stream Content, AudioEntry Entry);
