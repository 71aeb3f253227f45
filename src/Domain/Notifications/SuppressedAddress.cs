namespace MaskedVoicemail.Domain.Notifications;

/// <summary>
/// An address to which no mail is sent, because it came back. The row stays when mail is to be sent there again: a report of an earlier
/// mail that is delivered late, or once more, must not suppress the address anew.
/// </summary>
public sealed class SuppressedAddress
{
    private SuppressedAddress()
    {
    }

    /// <summary>As <see cref="Normalize"/> writes it.</summary>
    public string Address { get; private set; } = null!;

    public SuppressionReason Reason { get; private set; }

    /// <summary>When it was reported to come back.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>When somebody asked for mail there again; null while it is suppressed.</summary>
    public DateTimeOffset? LiftedAt { get; private set; }

    public static SuppressedAddress Create(string address, SuppressionReason reason, DateTimeOffset since) =>
        new() { Address = Normalize(address), Reason = reason, Since = since };

    /// <summary>How an address is looked up. Mail servers in use today do not tell addresses apart by their capitals.</summary>
    public static string Normalize(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Trim().ToLowerInvariant();
    }
}
