using System.Security.Cryptography;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Voicemails.FetchAudio;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Application.Voicemails.ReleaseOriginal;

internal sealed class ReleaseOriginalCommandHandler(
    IAppDbContext db,
    ITwilioRecordings recordings,
    IRecordingStore store,
    DueStepSignal dueSteps,
    IOptions<OriginalOptions> options,
    TimeProvider clock)
    : IRequestHandler<ReleaseOriginalCommand, Result>
{
    public async Task<Result> Handle(ReleaseOriginalCommand request, CancellationToken cancellationToken)
    {
        var voicemail = await db.Voicemails.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.VoicemailId, cancellationToken);
        if (voicemail is { Status: VoicemailStatus.Recorded })
        {
            throw new InvalidAudioException("The audio is being fetched again.");
        }

        if (voicemail is not { Status: VoicemailStatus.Stored, RecordingSid: { } recordingSid })
        {
            return Result.Success;
        }

        if (!await IsWholeAsync(voicemail, cancellationToken))
        {
            if (await db.FetchAgainAsync(voicemail.Id, VoicemailStatus.Stored, clock.GetUtcNow(), cancellationToken))
            {
                dueSteps.Raise();
            }

            throw new InvalidAudioException("The stored audio is missing or damaged: it is fetched again.");
        }

        if (options.Value.DeleteFromTwilio)
        {
            await recordings.DeleteAsync(recordingSid, cancellationToken);
        }

        await MarkReadyAsync(voicemail.Id, cancellationToken);
        return Result.Success;
    }

    private async Task<bool> IsWholeAsync(Voicemail voicemail, CancellationToken cancellationToken)
    {
        await using var audio = await store.OpenAsync(voicemail.Id, cancellationToken);
        return audio is not null
            && audio.Length == voicemail.AudioLength
            && Convert.ToHexStringLower(await SHA256.HashDataAsync(audio, cancellationToken)) == voicemail.AudioSha256;
    }

    private async Task MarkReadyAsync(VoicemailId id, CancellationToken cancellationToken)
    {
        // Twilio writes out nothing that it no longer has.
        var endsTranscription = options.Value.DeleteFromTwilio
            && !await db.BackgroundSteps.AnyAsync(step => step.VoicemailId == id && step.Kind == StepKind.Transcribe, cancellationToken);
        await db.Voicemails
            .Where(row => row.Id == id && row.Status == VoicemailStatus.Stored)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Status, VoicemailStatus.Ready)
                    .SetProperty(
                        row => row.Transcription,
                        row => endsTranscription && row.Transcription == TranscriptionStatus.Pending ? TranscriptionStatus.Failed : row.Transcription),
                cancellationToken);
    }
}
