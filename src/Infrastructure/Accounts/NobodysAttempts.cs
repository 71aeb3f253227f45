using MaskedVoicemail.Application.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>
/// Counts attempts at addresses that have no account to count at, as Identity's lockout would: else the pause would tell which
/// addresses have one.
/// </summary>
internal sealed class NobodysAttempts(IAttemptCounter attempts, IOptions<IdentityOptions> options)
{
    /// <summary>An account's own count is kept until the right password comes. Nobody waits a day to tell the two apart.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    private readonly AttemptLimit _limit = new(
        "password", options.Value.Lockout.MaxFailedAccessAttempts - 1, Memory, options.Value.Lockout.DefaultLockoutTimeSpan);

    /// <returns>False while attempts are paused.</returns>
    public Task<bool> CountAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        attempts.CountAsync(_limit, normalizedEmail, cancellationToken);
}
