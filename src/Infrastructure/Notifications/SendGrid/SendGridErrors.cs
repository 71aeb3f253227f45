namespace MaskedVoicemail.Infrastructure.Notifications.SendGrid;

/// <summary>What SendGrid says with a refusal.</summary>
internal sealed record SendGridErrors(IReadOnlyList<SendGridErrors.Entry>? Errors)
{
    internal sealed record Entry(string? Message, string? Field);
}
