using System.Globalization;

namespace MaskedVoicemail.Scaling;

/// <summary>Prints Markdown, line by line: a long simulation shows how far it is.</summary>
internal sealed class Table
{
    private readonly TextWriter _output;

    public Table(TextWriter output, params string[] titles)
    {
        _output = output;
        output.WriteLine($"| {string.Join(" | ", titles)} |");
        output.WriteLine($"|{string.Concat(Enumerable.Repeat(" ---: |", titles.Length))}");
    }

    public void Add(params FormattableString[] cells) => _output.WriteLine($"| {string.Join(" | ", cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture)))} |");
}
