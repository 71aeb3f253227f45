using MaskedVoicemail.Domain.Accounts;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.GetPageNews;

/// <summary>What every page tells its reader beside what it is about. Asked with each of them: one statement.</summary>
public sealed record GetPageNewsQuery(SubscriberId Reader) : IRequest<PageNews>;
