using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MaskedVoicemail.Load;

/// <summary>One connection that is kept open. Only what our servers send is understood: a status line, and a length or chunks.</summary>
internal sealed class Connection : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[512 * 1024];

    public static async Task<Connection> OpenAsync(IPEndPoint server)
    {
        var connection = new Connection();
        await connection._socket.ConnectAsync(server);
        return connection;
    }

    /// <returns>The status, and the body, which is valid until the next exchange.</returns>
    public async ValueTask<(int Status, ReadOnlyMemory<byte> Body)> ExchangeAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        int end;
        do
        {
            length += await ReceiveAsync(length);
            end = _buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
        }
        while (end < 0);

        var head = _buffer.AsMemory(0, end);
        var start = end + 4;
        var status = ((head.Span[9] - '0') * 100) + ((head.Span[10] - '0') * 10) + head.Span[11] - '0';
        if (status == 204)
        {
            return (status, default);
        }

        var isChunked = LengthOf(head.Span) is null;
        while (isChunked ? !_buffer.AsSpan(start, length - start).EndsWith("\r\n0\r\n\r\n"u8) : length - start < LengthOf(head.Span))
        {
            length += await ReceiveAsync(length);
        }

        return (status, _buffer.AsMemory(start, length - start));
    }

    public static bool Contains(ReadOnlyMemory<byte> body, string text) => body.Span.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    public void Dispose() => _socket.Dispose();

    private async ValueTask<int> ReceiveAsync(int start) =>
        await _socket.ReceiveAsync(_buffer.AsMemory(start)) is > 0 and var count ? count : throw new IOException("The server closed the connection.");

    private static int? LengthOf(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var index = head.IndexOf(name);
        return index >= 0 && Utf8Parser.TryParse(head[(index + name.Length)..], out int length, out _) ? length : null;
    }
}
