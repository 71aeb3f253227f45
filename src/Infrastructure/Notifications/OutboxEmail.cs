namespace MaskedVoicemail.Infrastructure.Notifications;

/// <summary>A mail in the outbox of a development machine.</summary>
public sealed record OutboxEmail(Guid Id, DateTimeOffset SentAt, string To, string Subject, string Text, string Html, string? Reference);
