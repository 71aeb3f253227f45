using System.Buffers;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;

namespace MaskedVoicemail.Reference;

/// <summary>A form of Twilio's, parsed by hand from the bytes that came, with its signature checked.</summary>
internal sealed class SignedForm(string publicUrl, string token)
{
    private readonly byte[] _token = Encoding.UTF8.GetBytes(token);

    /// <returns>The fields in ordinal order of their names, or null where the signature is not valid.</returns>
    public async ValueTask<(string Name, string Value)[]?> ReadAsync(HttpRequest request)
    {
        var reader = request.BodyReader;
        ReadResult read;
        while (!(read = await reader.ReadAsync()).IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }

        var fields = Parse(read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        Array.Sort(fields, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return IsSigned(publicUrl + request.Path.Value, fields, request.Headers["X-Twilio-Signature"].ToString()) ? fields : null;
    }

    public static string? Find((string Name, string Value)[] fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
            {
                return field.Value;
            }
        }

        return null;
    }

    private static (string Name, string Value)[] Parse(ReadOnlySequence<byte> body)
    {
        var text = Encoding.ASCII.GetString(body);
        var fields = new (string, string)[text.AsSpan().Count('&') + 1];
        var index = 0;
        foreach (var range in text.AsSpan().Split('&'))
        {
            var field = text.AsSpan(range);
            var equals = field.IndexOf('=');
            fields[index++] = (Decode(field[..equals]), Decode(field[(equals + 1)..]));
        }

        return fields;
    }

    private static string Decode(ReadOnlySpan<char> text) =>
        text.IndexOfAny('%', '+') < 0 ? text.ToString() : Uri.UnescapeDataString(text.ToString().Replace('+', ' '));

    private bool IsSigned(string url, (string Name, string Value)[] fields, string signature)
    {
        var size = url.Length;
        foreach (var (name, value) in fields)
        {
            size += name.Length + value.Length;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(size * 3);
        var length = Encoding.UTF8.GetBytes(url, buffer);
        foreach (var (name, value) in fields)
        {
            length += Encoding.UTF8.GetBytes(name, buffer.AsSpan(length));
            length += Encoding.UTF8.GetBytes(value, buffer.AsSpan(length));
        }

        Span<byte> expected = stackalloc byte[HMACSHA1.HashSizeInBytes];
        Span<byte> given = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The algorithm is Twilio's to choose.
        HMACSHA1.HashData(_token, buffer.AsSpan(0, length), expected);
#pragma warning restore CA5350
        ArrayPool<byte>.Shared.Return(buffer);
        return Convert.TryFromBase64String(signature, given, out _) && CryptographicOperations.FixedTimeEquals(expected, given);
    }
}
