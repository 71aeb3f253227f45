namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>How long a test waits for what has to come. It ends a hang, on the slowest of machines, and measures nothing.</summary>
public static class Patience
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);
}
