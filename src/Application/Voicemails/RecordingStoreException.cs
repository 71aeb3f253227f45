namespace MaskedVoicemail.Application.Voicemails;

/// <summary>The store of recordings could not do what was asked: our own disk or network. The message says why, without personal data or secrets.</summary>
public sealed class RecordingStoreException(string message, Exception innerException) : IOException(message, innerException);
