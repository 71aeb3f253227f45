using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.WebUtilities;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>A long page leaves in one or two pieces; the framework's own writer makes a piece, and a call to the kernel, of every 16 KiB.</summary>
internal sealed class PageWriterFactory : IHttpResponseStreamWriterFactory
{
    private const int Characters = 32 * 1024;

    public TextWriter CreateWriter(Stream stream, Encoding encoding) =>
        new HttpResponseStreamWriter(stream, encoding, Characters, ArrayPool<byte>.Shared, ArrayPool<char>.Shared);
}
