using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Voicemails.FetchAudio;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Voicemails.ReconcileStore;

internal sealed partial class ReconcileStoreCommandHandler(
    IAppDbContext db, IRecordingStore store, DueStepSignal dueSteps, ServiceMetrics metrics, TimeProvider clock, ILogger<ReconcileStoreCommandHandler> logger)
    : IRequestHandler<ReconcileStoreCommand, Result>
{
    private const int BatchSize = 500;

    /// <summary>So many, and more than one message in a hundred: then the store is the wrong one, or not there, and fetching would mend nothing.</summary>
    private const int MostMissing = 20;
    private const int MostMissingPercent = 1;

    private static readonly TimeSpan LeftoversKept = TimeSpan.FromDays(1);

    /// <summary>A database restored from a backup does not know of the messages that came after it: their files are what is left of them.</summary>
    private static readonly TimeSpan OrphansKept = TimeSpan.FromDays(30);

    public async Task<Result> Handle(ReconcileStoreCommand request, CancellationToken cancellationToken)
    {
        await store.DeleteLeftoversAsync(clock.GetUtcNow() - LeftoversKept, cancellationToken);

        // Asked before the files are listed: whatever is stored meanwhile is in no list.
        var messages = await db.Voicemails
            .Where(voicemail => voicemail.Status == VoicemailStatus.Stored || voicemail.Status == VoicemailStatus.Ready)
            .Select(voicemail => voicemail.Id)
            .ToHashSetAsync(cancellationToken);
        var count = messages.Count;
        await foreach (var files in store.ListAsync(cancellationToken).Chunk(BatchSize).WithCancellation(cancellationToken))
        {
            await RemoveOrphansAsync(files.Where(file => !messages.Remove(file.Id)).ToList(), cancellationToken);
        }

        await FetchMissingAsync(messages, count, cancellationToken);
        return Result.Success;
    }

    private async Task RemoveOrphansAsync(List<StoredFile> files, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - OrphansKept;
        var candidates = files.Where(file => file.WrittenAt < before).Select(file => file.Id).ToList();
        if (candidates.Count == 0)
        {
            return;
        }

        var known = await db.Voicemails
            .Where(voicemail => candidates.Contains(voicemail.Id) && voicemail.Status != VoicemailStatus.Deleted)
            .Select(voicemail => voicemail.Id)
            .ToHashSetAsync(cancellationToken);
        foreach (var orphan in candidates.Where(candidate => !known.Contains(candidate)))
        {
            await store.DeleteAsync(orphan, cancellationToken);
            LogRemoved(orphan);
        }
    }

    private async Task FetchMissingAsync(HashSet<VoicemailId> missing, int count, CancellationToken cancellationToken)
    {
        metrics.MissingAudio = missing.Count;
        if (missing.Count > MostMissing && missing.Count * 100L > count * (long)MostMissingPercent)
        {
            LogStoreMissing(missing.Count, count);
            return;
        }

        foreach (var id in missing)
        {
            var status = await db.Voicemails.Where(voicemail => voicemail.Id == id).Select(voicemail => voicemail.Status).SingleAsync(cancellationToken);
            if (status is VoicemailStatus.Stored or VoicemailStatus.Ready && !await ExistsAsync(id, cancellationToken))
            {
                LogFetchedAgain(id);
                await db.FetchAgainAsync(id, status, clock.GetUtcNow(), cancellationToken);
                dueSteps.Raise();
            }
        }
    }

    private async Task<bool> ExistsAsync(VoicemailId id, CancellationToken cancellationToken)
    {
        await using var audio = await store.OpenAsync(id, cancellationToken);
        return audio is not null;
    }

    [LoggerMessage(LogLevel.Warning, "Removed the audio {VoicemailId}, which has belonged to no message for a month")]
    private partial void LogRemoved(VoicemailId voicemailId);

    [LoggerMessage(LogLevel.Error, "The audio of voicemail {VoicemailId} is missing in the store: it is fetched from Twilio again, where it may be gone too")]
    private partial void LogFetchedAgain(VoicemailId voicemailId);

    [LoggerMessage(LogLevel.Critical, "The audio of {Missing} of {Count} messages is missing: is Recordings:Path or the bucket the right one? Nothing is done about it")]
    private partial void LogStoreMissing(int missing, int count);
}
