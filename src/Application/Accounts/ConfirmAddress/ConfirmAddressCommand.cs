using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.ConfirmAddress;

/// <summary>Confirms an account's address; confirming it again is no mistake.</summary>
public sealed record ConfirmAddressCommand(SubscriberId Id, string Token) : IRequest<Result<SignInAccount>>;
