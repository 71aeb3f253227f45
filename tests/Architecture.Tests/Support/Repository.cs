namespace MaskedVoicemail.Architecture.Tests.Support;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        ".git", ".idea", ".vs", ".vscode", "bin", "data", "dist", "node_modules", "obj", "TestResults",
    };

    private static readonly HashSet<string> TextExtensions = new(StringComparer.OrdinalIgnoreCase)
    {
        "", ".config", ".cs", ".cshtml", ".csproj", ".css", ".editorconfig", ".gitattributes", ".gitignore", ".dockerignore", ".html", ".js",
        ".json", ".md", ".mjs", ".npmrc", ".props", ".resx", ".scss", ".sh", ".sln", ".sql", ".svg", ".targets", ".txt", ".xml", ".yaml", ".yml",
    };

    private static readonly string Root = FindRoot();

    public static string FullPath(string path) => Path.Combine(Root, path);

    /// <summary>The text files that are under version control, or will be: no build output and no installed packages.</summary>
    /// <param name="folder">Relative to the root.</param>
    /// <param name="extensions">With their dots; none means all.</param>
    public static IEnumerable<SourceFile> Files(string folder, params string[] extensions) =>
        FilesBelow(new DirectoryInfo(FullPath(folder)))
            .Where(file => extensions.Length == 0 ? TextExtensions.Contains(file.Extension) : extensions.Contains(file.Extension))
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'), File.ReadAllText(file.FullName)));

    private static IEnumerable<FileInfo> FilesBelow(DirectoryInfo folder) =>
        folder.EnumerateFiles().Concat(folder.EnumerateDirectories()
            .Where(child => !NotOurs.Contains(child.Name))
            .SelectMany(FilesBelow));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MaskedVoicemail.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"No checkout above {AppContext.BaseDirectory}.");
        }

        return folder.FullName;
    }
}
