using MaskedVoicemail.Domain.Accounts;
using MediatR;

namespace MaskedVoicemail.Application.Numbers.ListOwnNumbers;

/// <summary>A subscriber's numbers, oldest first. They are few: an administrator gives each of them out by hand.</summary>
public sealed record ListOwnNumbersQuery(SubscriberId OwnerId) : IRequest<IReadOnlyList<OwnNumber>>;
