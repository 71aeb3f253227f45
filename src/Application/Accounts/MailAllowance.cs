using System.Threading.RateLimiting;

namespace MaskedVoicemail.Application.Accounts;

/// <summary>
/// How many mails people who are not signed in may have sent to one address: nobody's mailbox is flooded in our name.
/// Counted alike whether the address has an account or not; each process counts for itself.
/// </summary>
internal sealed class MailAllowance : IDisposable
{
    private static readonly FixedWindowRateLimiterOptions PerAddress = new() { PermitLimit = 10, Window = TimeSpan.FromHours(1) };

    private readonly PartitionedRateLimiter<string> _limiter = PartitionedRateLimiter.Create<string, string>(
        address => RateLimitPartition.GetFixedWindowLimiter(address, _ => PerAddress), StringComparer.OrdinalIgnoreCase);

    /// <returns>False where the address has had its share.</returns>
    public bool Take(string address)
    {
        using var lease = _limiter.AttemptAcquire(address);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
