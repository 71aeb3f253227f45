using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>
/// What subscribers ask for most: a page of their messages, and one message's audio. Nobody reaches another's by it
/// (docs/decisions/0022-a-page-in-one-round-trip.md).
/// </summary>
public interface IMailbox
{
    /// <summary>How many characters of a message's text a list has; more than a row shows.</summary>
    const int PreviewLength = 400;

    /// <summary>Reads messages in the direction of the turn, beginning behind its place; newest first without one.</summary>
    /// <param name="count">How many at most.</param>
    Task<MailboxReading> ReadAsync(MailboxPart part, PageTurn? turn, int count, CancellationToken cancellationToken);

    /// <returns>Null where there is no audio, or none that the owner may hear.</returns>
    Task<AudioEntry?> FindAudioAsync(SubscriberId owner, VoicemailId id, CancellationToken cancellationToken);
}
