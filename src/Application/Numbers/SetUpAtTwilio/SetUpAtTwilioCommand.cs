using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.SetUpAtTwilio;

/// <summary>Enters the service's addresses at a number in the Twilio account. Safe to repeat.</summary>
public sealed record SetUpAtTwilioCommand(MaskedNumberId NumberId, NumberAddresses Addresses) : IRequest<Result>;
