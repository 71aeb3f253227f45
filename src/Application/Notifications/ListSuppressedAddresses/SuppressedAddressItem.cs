using MaskedVoicemail.Domain.Notifications;

namespace MaskedVoicemail.Application.Notifications.ListSuppressedAddresses;

/// <param name="Address">In lower case.</param>
/// <param name="Reason">Why nothing is sent there.</param>
/// <param name="Since">When it was reported.</param>
public sealed record SuppressedAddressItem(string Address, SuppressionReason Reason, DateTimeOffset Since);
