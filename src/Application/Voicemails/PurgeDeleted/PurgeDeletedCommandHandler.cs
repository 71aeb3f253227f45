using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails.ReleaseOriginal;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Application.Voicemails.PurgeDeleted;

internal sealed partial class PurgeDeletedCommandHandler(
    IAppDbContext db,
    ITwilioRecordings recordings,
    IRecordingStore store,
    IOptions<OriginalOptions> originals,
    TimeProvider clock,
    ILogger<PurgeDeletedCommandHandler> logger)
    : IRequestHandler<PurgeDeletedCommand, Result>
{
    public async Task<Result> Handle(PurgeDeletedCommand request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Voicemail.UndoPeriod;
        var ids = await db.Voicemails
            .Where(row => row.DeletedAt < before && row.Status != VoicemailStatus.Deleted)
            .OrderBy(row => row.DeletedAt)
            .Select(row => row.Id)
            .ToListAsync(cancellationToken);
        var purged = 0;
        foreach (var id in ids)
        {
            if (await TryPurgeAsync(await db.Voicemails.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken), cancellationToken))
            {
                purged++;
            }
        }

        LogPurged(purged, ids.Count);
        return Result.Success;
    }

    /// <summary>One message that can't be purged now does not keep the others; it is tried again the next time.</summary>
    private async Task<bool> TryPurgeAsync(Voicemail voicemail, CancellationToken cancellationToken)
    {
        try
        {
            if (voicemail is { Status: not VoicemailStatus.Ready, RecordingSid: { } recordingSid } && originals.Value.DeleteFromTwilio)
            {
                await recordings.DeleteAsync(recordingSid, cancellationToken);
            }

            await store.DeleteAsync(voicemail.Id, cancellationToken);
            await EraseAsync(voicemail.Id, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is PartnerException or IOException or UnauthorizedAccessException)
        {
            LogKept(voicemail.Id, exception.GetType().Name);
            return false;
        }
    }

    /// <summary>The row stays, so that a report that comes late finds the message gone instead of bringing it back.</summary>
    private async Task EraseAsync(VoicemailId id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var nobody = Caller.FromRaw(null);
        await db.Voicemails.Where(row => row.Id == id && row.DeletedAt != null)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Status, VoicemailStatus.Deleted)
                    .SetProperty(row => row.Caller, nobody)
                    .SetProperty(row => row.CallerName, (string?)null)
                    .SetProperty(row => row.Transcript, (string?)null)
                    .SetProperty(row => row.AudioContentType, (string?)null)
                    .SetProperty(row => row.AudioLength, (long?)null)
                    .SetProperty(row => row.AudioSha256, (string?)null),
                cancellationToken);
        await db.BackgroundSteps.Where(step => step.VoicemailId == id).ExecuteDeleteAsync(cancellationToken);
        await db.Notifications.Where(notification => notification.VoicemailId == id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Removed {Count} of {Due} deleted messages for good")]
    private partial void LogPurged(int count, int due);

    [LoggerMessage(LogLevel.Warning, "Deleted voicemail {VoicemailId} could not be removed for good yet: {Reason}")]
    private partial void LogKept(VoicemailId voicemailId, string reason);
}
