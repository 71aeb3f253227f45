using MaskedVoicemail.Domain.Accounts;
using MediatR;

namespace MaskedVoicemail.Application.Notifications.ListMailTrouble;

/// <summary>Which of a subscriber's addresses get no mail, because it comes back. Asked on every page: one statement where there are none.</summary>
public sealed record ListMailTroubleQuery(SubscriberId Owner) : IRequest<IReadOnlyList<MailTrouble>>;
