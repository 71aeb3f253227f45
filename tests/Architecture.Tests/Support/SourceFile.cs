using System.Text.RegularExpressions;

namespace MaskedVoicemail.Architecture.Tests.Support;

/// <param name="Path">From the repository's root, with slashes.</param>
/// <param name="Text">The whole content.</param>
internal sealed partial record SourceFile(string Path, string Text)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>C# without its comments. Strings are matched too, so that a <c>//</c> inside one does not pass for a comment.</summary>
    public string Code => CommentsAndStrings().Replace(Text, match => match.Value[0] == '/' ? "" : match.Value);

    [GeneratedRegex("""
        //[^\n]* | /\*[\s\S]*?\*/ | \"{3}[\s\S]*?\"{3} | @\"(?:[^\"]|\"\")*\" | \"(?:\\.|[^\"\\\n])*\" | '(?:\\.|[^'\\\n])+'
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex CommentsAndStrings();
}
