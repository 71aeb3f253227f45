using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Support;

internal sealed record ReceivedRequest(
    string Method, string Url, IReadOnlyDictionary<string, string> Headers, WebhookParameters Parameters)
{
    public string Path => new Uri(Url).AbsolutePath;

    public string? this[string parameter] => Parameters[parameter];
}
