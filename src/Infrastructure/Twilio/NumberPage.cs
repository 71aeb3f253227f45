namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>A page of the account's numbers.</summary>
internal sealed record NumberPage(IReadOnlyList<NumberPage.Number>? IncomingPhoneNumbers)
{
    internal sealed record Number(string Sid, string? PhoneNumber);
}
