using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>A connection to the database server that a test can cut, or keep silent, as a network does.</summary>
public sealed class DatabaseLink : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly List<Socket> _open = [];
    private readonly Lock _lock = new();
    private bool _isCut;
    private TaskCompletionSource _flow = Flowing();

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
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
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

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await from.ReceiveAsync(buffer)) > 0)
        {
            await _flow.Task;
            await to.SendAsync(buffer.AsMemory(0, count));
        }
    }
}
