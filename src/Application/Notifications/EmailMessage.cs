namespace MaskedVoicemail.Application.Notifications;

/// <summary>An e-mail in both forms.</summary>
/// <param name="To">One address.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Html">A whole HTML document.</param>
/// <param name="Reference">An opaque value that comes back in delivery reports, or null; never personal data.</param>
public sealed record EmailMessage(string To, string Subject, string Text, string Html, string? Reference = null);
