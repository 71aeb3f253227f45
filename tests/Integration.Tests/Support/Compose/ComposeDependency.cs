namespace MaskedVoicemail.Integration.Tests.Support.Compose;

internal sealed class ComposeDependency
{
    public string Condition { get; set; } = "";
}
