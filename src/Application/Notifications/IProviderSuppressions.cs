using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Application.Notifications;

/// <summary>The list that the mail provider itself keeps of addresses it no longer sends to: while an address is on it, ours means nothing.</summary>
public interface IProviderSuppressions
{
    /// <summary>Takes an address off the list. Succeeds where it is on none.</summary>
    /// <exception cref="PartnerException">It may still be on it.</exception>
    Task RemoveAsync(string address, CancellationToken cancellationToken);
}
