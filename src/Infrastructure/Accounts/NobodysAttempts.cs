using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>
/// Counts attempts at addresses that have no account to count at, as Identity's lockout would: else the pause would tell which
/// addresses have one. In memory, because there is no row; each process counts for itself.
/// </summary>
internal sealed class NobodysAttempts : IDisposable
{
    private readonly PartitionedRateLimiter<string> _limiter;

    public NobodysAttempts(IOptions<IdentityOptions> options)
    {
        var lockout = options.Value.Lockout;
        var window = new FixedWindowRateLimiterOptions { PermitLimit = lockout.MaxFailedAccessAttempts - 1, Window = lockout.DefaultLockoutTimeSpan };
        _limiter = PartitionedRateLimiter.Create<string, string>(
            email => RateLimitPartition.GetFixedWindowLimiter(email, _ => window), StringComparer.Ordinal);
    }

    /// <returns>False while attempts are paused.</returns>
    public bool Count(string normalizedEmail)
    {
        using var lease = _limiter.AttemptAcquire(normalizedEmail);
        return lease.IsAcquired;
    }

    public void Dispose() => _limiter.Dispose();
}
