namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    public static string File(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "MaskedVoicemail.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No checkout above {AppContext.BaseDirectory}.");
        }

        return Path.Combine(folder.FullName, path);
    }
}
