using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Application.Voicemails.FetchAudio;

internal sealed class FetchAudioCommandHandler(
    IAppDbContext db,
    ITwilioRecordings recordings,
    IRecordingStore store,
    DueStepSignal dueSteps,
    IOptions<TranscriptionOptions> transcription,
    TimeProvider clock)
    : IRequestHandler<FetchAudioCommand, Result>
{
    /// <summary>Audio that is shorter than Twilio reported is asked for again for so long; later, a short message is better than none.</summary>
    private static readonly TimeSpan PatienceWithShortAudio = TimeSpan.FromHours(1);

    /// <summary>Twilio needs its copy to write the message out; after this time there will be no text any more.</summary>
    private static readonly TimeSpan OriginalKeptForTranscription = TimeSpan.FromMinutes(15);

    public async Task<Result> Handle(FetchAudioCommand request, CancellationToken cancellationToken)
    {
        var voicemail = await db.Voicemails.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.VoicemailId, cancellationToken);
        if (voicemail is not { Status: VoicemailStatus.Recorded or VoicemailStatus.Failed, RecordingSid: { } recordingSid })
        {
            return Result.Success;
        }

        StoredAudio audio;
        await using (var media = await recordings.OpenMediaAsync(recordingSid, cancellationToken))
        {
            audio = await store.SaveAsync(voicemail.Id, media, cancellationToken);
        }

        RefuseIfCutShort(voicemail, audio);
        if (await CommitAsync(voicemail, audio, cancellationToken))
        {
            dueSteps.Raise();
        }

        return Result.Success;
    }

    private void RefuseIfCutShort(Voicemail voicemail, StoredAudio audio)
    {
        if (audio.Duration is not { } arrived || voicemail.DurationSeconds is not { } reported)
        {
            return;
        }

        // Twilio reports whole seconds, and has trimmed silence.
        var tolerance = Math.Max(2, 0.1 * reported);
        if (arrived.TotalSeconds < reported - tolerance && clock.GetUtcNow() - voicemail.RecordedAt < PatienceWithShortAudio)
        {
            throw new InvalidAudioException(FormattableString.Invariant(
                $"The audio lasts {arrived.TotalSeconds:0.0} s, Twilio reported {reported} s."));
        }
    }

    /// <returns>Whether the message is stored by this.</returns>
    private async Task<bool> CommitAsync(Voicemail voicemail, StoredAudio audio, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var stored = await db.Voicemails
            .Where(row => row.Id == voicemail.Id && (row.Status == VoicemailStatus.Recorded || row.Status == VoicemailStatus.Failed))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Status, VoicemailStatus.Stored)
                    .SetProperty(row => row.AudioContentType, audio.ContentType)
                    .SetProperty(row => row.AudioLength, audio.Length)
                    .SetProperty(row => row.AudioSha256, audio.Sha256),
                cancellationToken);
        if (stored == 0)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await AddFollowUpStepsAsync(voicemail, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task AddFollowUpStepsAsync(Voicemail voicemail, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (notifyAt, releaseAt) = (now, now);
        if (await db.Voicemails.AnyAsync(row => row.Id == voicemail.Id && row.Transcription == TranscriptionStatus.Pending, cancellationToken))
        {
            if (transcription.Value.Provider is TranscriptionProvider.OpenAi)
            {
                // It is written out from our copy, beginning now.
                await db.AddStepOnceAsync(voicemail.Id, StepKind.Transcribe, now, now, cancellationToken);
                notifyAt = now + transcription.Value.EmailWait;
            }
            else
            {
                // Twilio has been at it since the recording, and needs its copy for it.
                var recordedAt = voicemail.RecordedAt ?? now;
                notifyAt = recordedAt + transcription.Value.EmailWait;
                releaseAt = recordedAt + OriginalKeptForTranscription;
            }
        }

        await db.AddStepOnceAsync(voicemail.Id, StepKind.NotifyOwner, notifyAt, now, cancellationToken);
        await db.AddStepOnceAsync(voicemail.Id, StepKind.ReleaseOriginal, releaseAt, now, cancellationToken);
    }
}
