using MaskedVoicemail.Domain.Accounts;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.GetProfile;

/// <summary>Null for an account without a subscriber.</summary>
public sealed record GetProfileQuery(SubscriberId Id) : IRequest<Profile?>;
