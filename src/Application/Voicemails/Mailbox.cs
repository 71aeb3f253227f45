using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>A mailbox in whatever database EF Core has.</summary>
internal sealed class Mailbox(IAppDbContext db) : IMailbox
{
    public async Task<MailboxReading> ReadAsync(MailboxPart part, PageTurn? turn, int count, CancellationToken cancellationToken)
    {
        var items = await db.Voicemails.In(part).InOrderOf(turn).SelectItems(db, IMailbox.PreviewLength).Take(count).ToListAsync(cancellationToken);
        return new MailboxReading(items, await db.ReadNumbersAsync(part.Owner, cancellationToken), News: null);
    }

    public Task<AudioEntry?> FindAudioAsync(SubscriberId owner, VoicemailId id, CancellationToken cancellationToken) =>
        db.Voicemails.OwnedBy(owner)
            .Where(voicemail => voicemail.Id == id && !voicemail.IsSealed && voicemail.AudioContentType != null && voicemail.AudioSha256 != null)
            .Select(voicemail => new AudioEntry(voicemail.AudioContentType!, voicemail.AudioSha256!, voicemail.ReceivedAt))
            .SingleOrDefaultAsync(cancellationToken);
}
