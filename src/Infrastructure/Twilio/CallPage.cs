namespace MaskedVoicemail.Infrastructure.Twilio;

internal sealed record CallPage(IReadOnlyList<CallResource>? Calls);
