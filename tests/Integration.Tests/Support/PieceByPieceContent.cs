using System.Net;
using System.Text;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>A body that arrives in pieces of a few bytes, of a length that is not told before.</summary>
internal sealed class PieceByPieceContent(string text) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        foreach (var piece in text.Chunk(7))
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(piece));
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
