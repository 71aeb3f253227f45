using MaskedVoicemail.Domain.Calls;

namespace MaskedVoicemail.Application.Voicemails.GetVoicemail;

/// <summary>The call in which a message was left.</summary>
public sealed record MessageCall(CallRoute Route, DateTimeOffset StartedAt, string? DialStatus, DateTimeOffset? EndedAt, int? DurationSeconds);
