using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>The messages that a subscriber can see. Whatever the portal does with a message begins here, so nobody reaches another's.</summary>
internal static class OwnVoicemails
{
    /// <summary>Those with a recording, or where one was lost; not the calls without a message and not what was removed for good.</summary>
    public static IQueryable<Voicemail> OwnedBy(this IQueryable<Voicemail> voicemails, SubscriberId owner) =>
        voicemails.Where(voicemail => voicemail.OwnerId == owner
            && (voicemail.Status == VoicemailStatus.Recorded
                || voicemail.Status == VoicemailStatus.Stored
                || voicemail.Status == VoicemailStatus.Ready
                || voicemail.Status == VoicemailStatus.Failed));

    public static IQueryable<Voicemail> In(this IQueryable<Voicemail> voicemails, MailboxPart part)
    {
        var folder = voicemails.OwnedBy(part.Owner).In(part.Folder);
        return part.Number is { } only ? folder.Where(voicemail => voicemail.NumberId == only) : folder;
    }

    public static IQueryable<Voicemail> In(this IQueryable<Voicemail> voicemails, VoicemailFolder folder) => folder switch
    {
        VoicemailFolder.Archived => voicemails.Where(voicemail => voicemail.ArchivedAt != null && voicemail.DeletedAt == null),
        VoicemailFolder.Deleted => voicemails.Where(voicemail => voicemail.DeletedAt != null),
        _ => voicemails.Where(voicemail => voicemail.ArchivedAt == null && voicemail.DeletedAt == null),
    };

    /// <summary>Sorts newest first and begins behind the place that the reader comes from; the other way round towards the newest.</summary>
    public static IQueryable<Voicemail> InOrderOf(this IQueryable<Voicemail> voicemails, PageTurn? turn)
    {
        if (turn is null)
        {
            return voicemails.OrderByDescending(voicemail => voicemail.ReceivedAt).ThenByDescending(voicemail => voicemail.Id);
        }

        var at = turn.From.At;
        var id = new VoicemailId(turn.From.Id);

        // The first condition says nothing new, but gives the index a range to begin with.
        return turn.IsToNewer
            ? voicemails
                .Where(voicemail => voicemail.ReceivedAt >= at && (voicemail.ReceivedAt > at || voicemail.Id > id))
                .OrderBy(voicemail => voicemail.ReceivedAt).ThenBy(voicemail => voicemail.Id)
            : voicemails
                .Where(voicemail => voicemail.ReceivedAt <= at && (voicemail.ReceivedAt < at || voicemail.Id < id))
                .OrderByDescending(voicemail => voicemail.ReceivedAt).ThenByDescending(voicemail => voicemail.Id);
    }

    /// <summary>Reads messages as their owner sees them: of a sealed one neither text nor audio.</summary>
    /// <param name="transcriptLength">How many characters of the text are wanted.</param>
    public static IQueryable<VoicemailItem> SelectItems(this IQueryable<Voicemail> voicemails, IAppDbContext db, int transcriptLength) =>
        voicemails.AsNoTracking().Select(voicemail => new VoicemailItem
        {
            Id = voicemail.Id,
            Caller = voicemail.Caller,
            CallerName = voicemail.CallerName,
            Number = db.MaskedNumbers.Where(number => number.Id == voicemail.NumberId).Select(number => (PhoneNumber?)number.Number).FirstOrDefault(),
            ReceivedAt = voicemail.ReceivedAt,
            DurationSeconds = voicemail.DurationSeconds,
            Status = voicemail.Status,
            RecordedAt = voicemail.RecordedAt,
            IsSealed = voicemail.IsSealed,
            OpensAt = voicemail.IsSealed
                ? db.Subscriptions.Where(row => row.Id == voicemail.SubscriptionId).Select(row => (DateTimeOffset?)row.PeriodEnd).FirstOrDefault()
                : null,
            Transcription = voicemail.Transcription,
            Transcript = voicemail.IsSealed || voicemail.Transcript == null ? null : voicemail.Transcript.Substring(0, transcriptLength),
            HeardAt = voicemail.HeardAt,
            ArchivedAt = voicemail.ArchivedAt,
            DeletedAt = voicemail.DeletedAt,
        });

    /// <summary>A subscriber's masked numbers, oldest first.</summary>
    public static Task<List<MailboxNumber>> ReadNumbersAsync(this IAppDbContext db, SubscriberId owner, CancellationToken cancellationToken) =>
        db.MaskedNumbers.AsNoTracking()
            .Where(number => number.OwnerId == owner)
            .OrderBy(number => number.CreatedAt)
            .Select(number => new MailboxNumber(number.Id, number.Number))
            .ToListAsync(cancellationToken);

    /// <summary>Those of the messages that are the subscriber's, to be changed.</summary>
    public static Task<List<Voicemail>> FindOwnAsync(
        this IAppDbContext db, SubscriberId owner, IReadOnlyCollection<VoicemailId> ids, CancellationToken cancellationToken) =>
        db.Voicemails.OwnedBy(owner).Where(voicemail => ids.Contains(voicemail.Id)).ToListAsync(cancellationToken);
}
