using MaskedVoicemail.Domain.Accounts;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.CountNewVoicemails;

/// <summary>How many messages of a subscriber's inbox nobody has listened to yet, counted up to one more than <see cref="Most"/>.</summary>
public sealed record CountNewVoicemailsQuery(SubscriberId Owner) : IRequest<int>
{
    /// <summary>Nobody reads a larger number exactly, and counting a full mailbox on every page would take its time.</summary>
    public const int Most = 99;
}
