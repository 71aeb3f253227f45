using System.Globalization;
using MaskedVoicemail.Application.Calls;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>A call as the REST API shows it; numbers come as strings.</summary>
internal sealed record CallResource(
    string Sid, string? From, string? To, string? Status, string? StartTime, string? EndTime, string? Duration, string? CallerName, string? ForwardedFrom)
{
    public TwilioCall ToCall() => new(
        Sid,
        From,
        To,
        Status ?? "",
        TwilioDate.Parse(StartTime),
        TwilioDate.Parse(EndTime),
        int.TryParse(Duration, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null,
        CallerName,
        ForwardedFrom);
}
