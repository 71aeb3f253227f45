namespace MaskedVoicemail.Application.Common;

/// <summary>What people search for, as patterns for LIKE on a column in lower case: the one form that both databases read alike.</summary>
internal static class SearchPattern
{
    public const string Escape = "\\";

    public static string Containing(string search)
    {
        var literal = search
            .Replace(Escape, Escape + Escape, StringComparison.Ordinal)
            .Replace("%", Escape + "%", StringComparison.Ordinal)
            .Replace("_", Escape + "_", StringComparison.Ordinal);
        return $"%{literal.ToLowerInvariant()}%";
    }

    /// <summary>For columns with numbers in E.164, however the number is written: (415) 555-0100 finds +14155550100. Null where it is no number.</summary>
    public static string? ContainingNumber(string search) =>
        search.Any(char.IsAsciiDigit) && search.All(character => char.IsAsciiDigit(character) || char.IsWhiteSpace(character) || "+-./()".Contains(character, StringComparison.Ordinal))
            ? $"%{string.Concat(search.Where(char.IsAsciiDigit))}%"
            : null;
}
