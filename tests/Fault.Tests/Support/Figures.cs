namespace MaskedVoicemail.Fault.Tests.Support;

internal static class Figures
{
    /// <summary>Writes what was measured to the test's output, and to the file that <c>FAULT_FIGURES</c> names.</summary>
    public static async Task PublishAsync(string text)
    {
        TestContext.Current.TestOutputHelper!.WriteLine(text);
        if (Environment.GetEnvironmentVariable("FAULT_FIGURES") is { Length: > 0 } path)
        {
            await File.AppendAllTextAsync(path, $"{text}{Environment.NewLine}{Environment.NewLine}");
        }
    }
}
