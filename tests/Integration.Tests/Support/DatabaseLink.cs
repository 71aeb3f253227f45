using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>A connection to the database server that a test can cut, keep silent, as a network does, or have refuse a statement.</summary>
public sealed class DatabaseLink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly List<Socket> _open = [];
    private readonly Lock _lock = new();
    private bool _isCut;
    private TaskCompletionSource _flow = Flowing();
    private string? _toCancel;

    public DatabaseLink(string connectionString)
    {
        _server = new NpgsqlConnectionStringBuilder(connectionString);
        _listener.Start();
        _ = AcceptAsync();
        ConnectionString = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        }.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>The server is gone: open connections break, new ones are closed at once.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _isCut = true;
            _open.ForEach(socket => socket.Dispose());
            _open.Clear();
        }
    }

    /// <summary>Nothing gets through any more, and nobody says so.</summary>
    public void FallSilent() => _flow = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// The next time that the driver prepares a statement like that, it is parsed, and cancelled before it is bound.
    /// </summary>
    /// <param name="part">A part of the statement.</param>
    public void CancelPreparation(string part) => _toCancel = part;

    public void Mend()
    {
        lock (_lock)
        {
            _isCut = false;
        }

        _flow.TrySetResult();
    }

    public void Dispose()
    {
        Cut();
        Mend();
        _listener.Dispose();
    }

    private static TaskCompletionSource Flowing()
    {
        var flow = new TaskCompletionSource();
        flow.SetResult();
        return flow;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ForwardAsync(await _listener.AcceptSocketAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ForwardAsync(Socket client)
    {
        var isUnix = _server.Host!.StartsWith('/');
        var server = new Socket(isUnix ? AddressFamily.Unix : AddressFamily.InterNetwork, SocketType.Stream, isUnix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        lock (_lock)
        {
            if (_isCut)
            {
                client.Dispose();
                server.Dispose();
                return;
            }

            _open.AddRange([client, server]);
        }

        try
        {
            await server.ConnectAsync(isUnix
                ? new UnixDomainSocketEndPoint($"{_server.Host}/.s.PGSQL.{_server.Port}")
                : new DnsEndPoint(_server.Host, _server.Port, AddressFamily.InterNetwork));
            var conversation = new Conversation();
            await Task.WhenAny(
                CopyAsync(client, server, sent => conversation.Ask(sent, ref _toCancel)), CopyAsync(server, client, conversation.Answer));
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
        finally
        {
            client.Dispose();
            server.Dispose();
        }
    }

    private async Task CopyAsync(Socket from, Socket to, Func<Memory<byte>, Memory<byte>> pass)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await from.ReceiveAsync(buffer)) > 0)
        {
            await _flow.Task;
            await to.SendAsync(pass(buffer.AsMemory(0, count)));
        }
    }

    /// <summary>What one connection says, in messages of PostgreSQL's protocol, version 3.</summary>
    private sealed class Conversation
    {
        /// <summary>Parse with the name that Npgsql gives to what it prepares of its own accord; behind the type stand four bytes of length.</summary>
        private static readonly byte[] NameOfPrepared = "_auto"u8.ToArray();

        private static readonly byte[] ParseComplete = [(byte)'1', 0, 0, 0, 4];

        /// <summary>ErrorResponse with severity, SQLSTATE and message; then ReadyForQuery, outside a transaction.</summary>
        private static readonly byte[] Cancelled =
            [(byte)'E', 0, 0, 0, 42, .. "SERROR\0VERROR\0C57014\0Mcancelled late\0\0"u8, (byte)'Z', 0, 0, 0, 5, (byte)'I'];

        private volatile bool _isToBeCancelled;

        public Memory<byte> Ask(Memory<byte> sent, ref string? toCancel)
        {
            var name = sent.Span.IndexOf(NameOfPrepared);
            if (toCancel is { } part && name >= 5 && sent.Span[name - 5] == 'P' && sent.Span.IndexOf(Encoding.UTF8.GetBytes(part)) > name)
            {
                toCancel = null;
                _isToBeCancelled = true;
            }

            return sent;
        }

        public Memory<byte> Answer(Memory<byte> sent)
        {
            var parsed = sent.Span.IndexOf(ParseComplete);
            if (!_isToBeCancelled || parsed < 0)
            {
                return sent;
            }

            _isToBeCancelled = false;
            return (byte[])[.. sent.Span[..(parsed + ParseComplete.Length)], .. Cancelled];
        }
    }
}
