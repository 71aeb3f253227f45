namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>What of a compose file matters where there are no containers.</summary>
internal sealed class ComposeDocument
{
    public Dictionary<string, ComposeEntry> Services { get; set; } = [];
}
