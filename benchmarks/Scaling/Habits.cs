namespace MaskedVoicemail.Scaling;

/// <summary>
/// How people use their telephones, and what follows for the service. All of it is assumed, and can be replaced by what an operator knows of their own
/// subscribers.
/// </summary>
internal sealed record Habits
{
    /// <summary>Of a day's calls, those in the busiest hour. An assumption: telephone networks are planned with a tenth to a sixth.</summary>
    public double BusyHour { get; init; } = 0.12;

    /// <summary>The busiest seconds of that hour ÷ its average. An assumption.</summary>
    public double Peak { get; init; } = 2;

    /// <summary>Of all calls, those whose caller leaves a message. An assumption: four in ten are not taken, and four in ten of those leave one.</summary>
    public double Messages { get; init; } = 0.16;

    /// <summary>Length of a message in seconds. An assumption.</summary>
    public double Seconds { get; init; } = 30;

    /// <summary>Requests a call beside the voice webhook: <c>dial-result</c> and <c>call-status</c>.</summary>
    public double ReportsACall { get; init; } = 2;

    /// <summary>More of them where there is a message: <c>record-result</c>, <c>voicemail-callback</c>, <c>transcription-callback</c>.</summary>
    public double ReportsAMessage { get; init; } = 3;

    /// <summary>Fetch, announce, release, and write out (which Twilio does itself in the default settings: then three).</summary>
    public double Steps { get; init; } = 4;

    /// <summary>How long a node takes to fetch a message from Twilio and store it. An assumption.</summary>
    public double FetchSeconds { get; init; } = 1;

    /// <summary>How many a node fetches at once (<c>JobLimits</c>).</summary>
    public double Fetches { get; init; } = 4;

    /// <summary>How long SendGrid takes for an e-mail. An assumption.</summary>
    public double MailSeconds { get; init; } = 0.3;

    /// <summary>How many a node sends at once (<c>JobLimits</c>).</summary>
    public double Mails { get; init; } = 4;

    public double Reports => ReportsACall + (Messages * ReportsAMessage);

    /// <returns>Calls a second on average over the busiest hour.</returns>
    public double InBusyHour(double callsADay) => callsADay * BusyHour / 3600;

    /// <returns>The calls a day whose busiest hour has so many a second.</returns>
    public double CallsADay(double inBusyHour) => inBusyHour * 3600 / BusyHour;
}
