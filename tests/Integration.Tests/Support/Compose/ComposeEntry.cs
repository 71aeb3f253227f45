namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>A service of a compose file.</summary>
internal sealed class ComposeEntry
{
    public string Image { get; set; } = "";

    public List<string> Command { get; set; } = [];

    public Dictionary<string, string> Environment { get; set; } = [];

    public Dictionary<string, ComposeDependency> DependsOn { get; set; } = [];

    public ComposeHealthcheck Healthcheck { get; set; } = new();

    public List<string> Ports { get; set; } = [];

    public string StopGracePeriod { get; set; } = "";
}
