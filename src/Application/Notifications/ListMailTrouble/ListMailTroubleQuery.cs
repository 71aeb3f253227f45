using MaskedVoicemail.Domain.Accounts;
using MediatR;

namespace MaskedVoicemail.Application.Notifications.ListMailTrouble;

/// <summary>Which of a subscriber's addresses get no mail, because it comes back.</summary>
public sealed record ListMailTroubleQuery(SubscriberId Owner) : IRequest<IReadOnlyList<MailTrouble>>;
