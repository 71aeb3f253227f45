using System.Net;
using System.Net.Sockets;

namespace MaskedVoicemail.Integration.Tests.Support.Compose;

/// <summary>A port for a process that has to be told one.</summary>
internal static class FreePort
{
    public static Uri Address()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
