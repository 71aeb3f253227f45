using MaskedVoicemail.Domain.Accounts;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.CheckLink;

/// <summary>Whose link it is, or null where it no longer works. Does not use the link up: mail scanners follow every link before its reader.</summary>
public sealed record CheckLinkQuery(SubscriberId Id, LinkPurpose Purpose, string Token) : IRequest<SignInAccount?>;
