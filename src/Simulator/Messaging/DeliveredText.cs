using MaskedVoicemail.Simulator.Twiml;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Messaging;

/// <summary>What came of a text message to the program.</summary>
/// <param name="Exchange">The last request: that to the fallback URL, if the first failed.</param>
/// <param name="Replies">Messages that the program answered with.</param>
/// <param name="Notifications">What Twilio's Debugger would show.</param>
public sealed record DeliveredText(
    WebhookExchange Exchange, IReadOnlyList<TextReply> Replies, IReadOnlyList<DebuggerNotification> Notifications);
