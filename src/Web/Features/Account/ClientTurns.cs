using System.Net;
using System.Threading.RateLimiting;

namespace MaskedVoicemail.Web.Features.Account;

/// <summary>
/// How much one client may do at once on the account pages: hashing a password is work. Each node protects its own processors, so this is not
/// counted over all of them.
/// </summary>
internal sealed class ClientTurns : IDisposable
{
    private const int AtOnce = 4;
    private const int Waiting = 200;

    private readonly PartitionedRateLimiter<string> _turns = PartitionedRateLimiter.Create<string, string>(
        client => RateLimitPartition.GetConcurrencyLimiter(client, _ => new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = Waiting }));

    public ValueTask<RateLimitLease> WaitAsync(IPAddress? client, CancellationToken cancellationToken) =>
        _turns.AcquireAsync(ClientAttempts.NameOf(client), 1, cancellationToken);

    public void Dispose() => _turns.Dispose();
}
