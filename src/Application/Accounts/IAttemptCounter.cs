namespace MaskedVoicemail.Application.Accounts;

/// <summary>Counts attempts over all nodes. What is counted stays counted, whatever becomes of the request.</summary>
public interface IAttemptCounter
{
    /// <param name="limit">How often.</param>
    /// <param name="subject">Who tries, or at what; kept as a hash.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where this is one too many.</returns>
    Task<bool> CountAsync(AttemptLimit limit, string subject, CancellationToken cancellationToken);

    /// <summary>Whether the next one would be one too many.</summary>
    Task<bool> AreUsedUpAsync(AttemptLimit limit, string subject, CancellationToken cancellationToken);
}
