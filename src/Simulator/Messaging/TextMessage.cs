using MaskedVoicemail.Simulator.Account;

namespace MaskedVoicemail.Simulator.Messaging;

/// <summary>A text message to one of the account's numbers.</summary>
public sealed record TextMessage
{
    /// <summary>E.164, a short code, or <c>whatsapp:+…</c>.</summary>
    public required string From { get; init; }

    public required string To { get; init; }

    public required string Body { get; init; }

    public string MessageSid { get; init; } = Sid.New("SM");

    /// <summary>URL and content type of each attachment.</summary>
    public IReadOnlyList<(string Url, string ContentType)> Media { get; init; } = [];

    /// <summary>Added to the request, such as <c>OptOutType</c>.</summary>
    public IReadOnlyDictionary<string, string> ExtraParameters { get; init; } = new Dictionary<string, string>();
}
