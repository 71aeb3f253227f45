using System.Net;
using System.Net.Sockets;
using MaskedVoicemail.Application.Accounts;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>
/// How often one client may fail on the account pages. The rate limiter middleware counts before it knows what came of a request, and would
/// keep a shared address from signing in.
/// </summary>
internal sealed class ClientAttempts(IAttemptCounter attempts)
{
    public const string RetryAfterSeconds = "300";

    private static readonly AttemptLimit PerClient = new("client", Most: 30, TimeSpan.FromMinutes(5), Pause: TimeSpan.FromMinutes(5));

    public Task<bool> AreUsedUpAsync(IPAddress? client, CancellationToken cancellationToken) =>
        attempts.AreUsedUpAsync(PerClient, NameOf(client), cancellationToken);

    public Task CountAsync(IPAddress? client) => attempts.CountAsync(PerClient, NameOf(client), CancellationToken.None);

    /// <summary>An IPv6 customer has a /64, whose addresses are all one client.</summary>
    public static string NameOf(IPAddress? client)
    {
        if (client is null or { AddressFamily: AddressFamily.InterNetwork } or { IsIPv4MappedToIPv6: true })
        {
            return client?.MapToIPv4().ToString() ?? "";
        }

        var bytes = client.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes).ToString();
    }
}
