using System.CommandLine;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MaskedVoicemail.Load;

/// <summary>Turns the pages of a list as people do, by its own links, and prints the address where that ends.</summary>
internal static partial class OlderCommand
{
    private static readonly Argument<string> Path = new("path") { Description = "The list's first page." };
    private static readonly Argument<int> Turns = new("turns") { Description = "How often the link to older entries is followed." };
    private static readonly Option<string> Server = new("--server") { Required = true, Description = "Address and port." };
    private static readonly Option<string?> Cookie = new("--cookie");

    public static Command Create()
    {
        var command = new Command("older", "Turns the pages of a list and prints the address of the last one.") { Path, Turns, Server, Cookie };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task RunAsync(ParseResult arguments)
    {
        using var connection = await Connection.OpenAsync(IPEndPoint.Parse(arguments.GetValue(Server)!));
        var path = arguments.GetValue(Path)!;
        for (var turn = 0; turn < arguments.GetValue(Turns); turn++)
        {
            var (status, body) = await connection.ExchangeAsync(Requests.Get(path, arguments.GetValue(Cookie), range: null));
            var link = OlderLink().Match(Encoding.UTF8.GetString(body.Span));
            if (status != 200 || !link.Success)
            {
                throw new InvalidDataException($"{path} answers {status}, and leads no further.");
            }

            path = WebUtility.HtmlDecode(link.Groups["path"].Value);
        }

        Console.WriteLine(path);
    }

    [GeneratedRegex("""<a [^>]*rel="next"[^>]*href="(?<path>[^"]+)"[^>]*>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OlderLink();
}
