using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Numbers.GetForwarding;

/// <param name="Number">The masked number.</param>
/// <param name="Settings">As they are now.</param>
/// <param name="Version">To be handed back with a change.</param>
/// <param name="AccountEmail">Where voicemails are announced if the settings name no other address.</param>
public sealed record NumberForwarding(PhoneNumber Number, ForwardingSettings Settings, Guid Version, string AccountEmail);
