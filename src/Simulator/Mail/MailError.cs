namespace MaskedVoicemail.Simulator.Mail;

/// <summary>One entry of <c>errors[]</c>.</summary>
internal sealed record MailError(string Message, string? Field);
