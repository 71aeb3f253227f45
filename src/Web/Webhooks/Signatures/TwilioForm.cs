using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>
/// Reads what Twilio posts (<c>application/x-www-form-urlencoded</c>, a kilobyte or two) in the order in which it came. The framework's form collects
/// the values of each name in a dictionary, which took as long as all else that is done before a call is decided.
/// </summary>
public static class TwilioForm
{
    private const string ContentType = "application/x-www-form-urlencoded";

    public static bool IsIn(HttpRequest request) =>
        request.ContentType is { } type
        && type.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (type.Length == ContentType.Length || type[ContentType.Length] is ';' or ' ');

    /// <returns>Null where it is too long.</returns>
    public static async Task<TwilioField[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return Split(await ReadTextAsync(request, cancellationToken));
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>The fields of a query.</summary>
    public static TwilioField[] Of(IQueryCollection query)
    {
        var fields = new List<TwilioField>(query.Count);
        foreach (var (name, values) in query)
        {
            foreach (var value in values)
            {
                fields.Add(new TwilioField(name, value ?? ""));
            }
        }

        return [.. fields];
    }

    private static async Task<string> ReadTextAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = request.BodyReader;
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            if (read.IsCompleted)
            {
                var text = Encoding.UTF8.GetString(read.Buffer);
                body.AdvanceTo(read.Buffer.End);
                return text;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static TwilioField[]? Split(string text)
    {
        var most = text.AsSpan().Count('&') + 1;
        if (most > FormReader.DefaultValueCountLimit)
        {
            return null;
        }

        var fields = new TwilioField[most];
        var count = 0;
        foreach (var pair in new QueryStringEnumerable(text))
        {
            fields[count++] = new TwilioField(pair.DecodeName(), pair.DecodeValue());
        }

        return count == most ? fields : fields[..count];
    }
}
