using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>A message's audio as it lies in the store.</summary>
/// <param name="WrittenAt">When it was stored, by the store's own clock.</param>
public readonly record struct StoredFile(VoicemailId Id, DateTimeOffset WrittenAt);
