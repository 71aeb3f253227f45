using MaskedVoicemail.Infrastructure.Notifications;

namespace MaskedVoicemail.Web.Features.Outbox;

/// <summary>A mail to read.</summary>
/// <param name="Mail">The mail.</param>
/// <param name="IsPlain">Shown as text, not as HTML.</param>
public sealed record MailViewModel(OutboxEmail Mail, bool IsPlain);
