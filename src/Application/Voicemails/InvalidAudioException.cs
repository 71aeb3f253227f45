namespace MaskedVoicemail.Application.Voicemails;

/// <summary>What arrived as a recording is no whole audio file. The message says in which way.</summary>
public sealed class InvalidAudioException(string message) : Exception(message);
