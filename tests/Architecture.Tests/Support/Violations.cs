namespace MaskedVoicemail.Architecture.Tests.Support;

internal static class Violations
{
    /// <summary>Fails with every violation, one a line: a list that is cut short would have to be run down one by one.</summary>
    public static void MustBeNone(IEnumerable<string> violations, string rule)
    {
        var found = violations.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(found.Count == 0, $"{rule}{Environment.NewLine}{string.Join(Environment.NewLine, found)}");
    }
}
