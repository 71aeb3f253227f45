namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>The database cannot be used. The message is one line that names the setting and the reason, without secrets.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
