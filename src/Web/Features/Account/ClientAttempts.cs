using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>
/// How much one client may try on the account pages: few things at once, because hashing a password is work, and few failures in a while.
/// The rate limiter middleware counts before it knows what came of a request, and would keep a shared address from signing in.
/// </summary>
internal sealed class ClientAttempts : IDisposable
{
    public const string RetryAfterSeconds = "300";

    private const int AtOnce = 4;
    private const int Waiting = 200;
    private const int Attempts = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.Create<string, string>(
        client => RateLimitPartition.GetConcurrencyLimiter(client, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting }));

    private readonly PartitionedRateLimiter<string> _attempts = PartitionedRateLimiter.Create<string, string>(
        client => RateLimitPartition.GetFixedWindowLimiter(client, _ => new FixedWindowRateLimiterOptions { PermitLimit = Attempts, Window = Window }));

    public ValueTask<RateLimitLease> WaitForTurnAsync(IPAddress? client, CancellationToken cancellationToken) =>
        _turns.AcquireAsync(Name(client), 1, cancellationToken);

    public bool AreUsedUp(IPAddress? client)
    {
        using var lease = _attempts.AttemptAcquire(Name(client), permitCount: 0);
        return !lease.IsAcquired;
    }

    public void Count(IPAddress? client)
    {
        using var lease = _attempts.AttemptAcquire(Name(client));
    }

    public void Dispose()
    {
        _turns.Dispose();
        _attempts.Dispose();
    }

    /// <summary>An IPv6 customer has a /64, whose addresses are all one client.</summary>
    private static string Name(IPAddress? client)
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
