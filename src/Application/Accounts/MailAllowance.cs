using MaskedVoicemail.Domain.Notifications;

namespace MaskedVoicemail.Application.Accounts;

/// <summary>
/// How many mails people who are not signed in may have sent to one address: nobody's mailbox is flooded in our name.
/// Counted alike whether the address has an account or not.
/// </summary>
internal sealed class MailAllowance(IAttemptCounter attempts)
{
    private static readonly AttemptLimit PerAddress = new("mail", Most: 10, TimeSpan.FromHours(1), Pause: TimeSpan.FromHours(1));

    /// <returns>False where the address has had its share.</returns>
    public Task<bool> TakeAsync(string address, CancellationToken cancellationToken) =>
        attempts.CountAsync(PerAddress, SuppressedAddress.Normalize(address), cancellationToken);
}
