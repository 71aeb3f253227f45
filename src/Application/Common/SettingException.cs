namespace MaskedVoicemail.Application.Common;

/// <summary>A setting is missing or malformed. The message is one line that names its key.</summary>
public sealed class SettingException(string key, string reason) : Exception($"{key}: {reason}");
