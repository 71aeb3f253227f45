namespace MaskedVoicemail.Integration.Tests.Support.Compose;

internal sealed class ComposeHealthcheck
{
    /// <summary><c>CMD</c>, the program and its arguments.</summary>
    public List<string> Test { get; set; } = [];
}
