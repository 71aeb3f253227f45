using System.Globalization;
using System.Text;
using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>One thing that happened in a call.</summary>
public sealed record TimelineEntry
{
    /// <summary>From 0, in order.</summary>
    public required int Index { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Since the call was placed.</summary>
    public required TimeSpan Offset { get; init; }

    public required TimelineEntryKind Kind { get; init; }

    /// <summary>Who hears or does it.</summary>
    public Party Party { get; init; }

    /// <summary>What is said or pressed, the number that rings, the status at the end.</summary>
    public string? Text { get; init; }

    /// <summary>Of what is said.</summary>
    public string? Language { get; init; }

    public TimeSpan? Duration { get; init; }

    public WebhookExchange? Exchange { get; init; }

    public DebuggerNotification? Notification { get; init; }

    public override string ToString()
    {
        var line = new StringBuilder();
        line.Append(CultureInfo.InvariantCulture, $"{Offset:mm\\:ss} {Party,-6} {Kind}");
        if (Exchange is { } exchange)
        {
            var answer = exchange.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? exchange.Failure.ToString();
            line.Append(CultureInfo.InvariantCulture, $" {exchange.Kind} {exchange.Target} -> {answer}");
        }

        if ((Notification?.ToString() ?? Text) is { } text)
        {
            line.Append(": ").Append(text);
        }

        if (Duration is { } duration)
        {
            line.Append(CultureInfo.InvariantCulture, $" ({duration.TotalSeconds:0.#} s)");
        }

        return line.ToString();
    }
}
