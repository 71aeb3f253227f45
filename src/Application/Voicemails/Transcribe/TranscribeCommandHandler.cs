using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Application.Voicemails.Transcribe;

internal sealed class TranscribeCommandHandler(
    IAppDbContext db, IMediator mediator, IRecordingStore store, ITranscriber transcriber, IOptions<TranscriptionOptions> options)
    : IRequestHandler<TranscribeCommand, Result>
{
    public async Task<Result> Handle(TranscribeCommand request, CancellationToken cancellationToken)
    {
        var voicemail = await db.Voicemails.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.VoicemailId, cancellationToken);
        if (voicemail is not { Transcription: TranscriptionStatus.Pending or TranscriptionStatus.Failed } || voicemail.Status is VoicemailStatus.Deleted)
        {
            return Result.Success;
        }

        if (options.Value.Provider is not TranscriptionProvider.OpenAi)
        {
            throw new PartnerException("Transcription:Provider is no longer OpenAi.", isPermanent: true);
        }

        if (voicemail is not { HasAudio: true, AudioContentType: { } contentType })
        {
            throw new InvalidAudioException("The audio is being fetched again.");
        }

        var language = await db.MaskedNumbers.Where(number => number.Id == voicemail.NumberId).Select(number => number.Forwarding.Language)
            .SingleAsync(cancellationToken);
        var audio = await ReadAsync(voicemail.Id, cancellationToken);
        var text = await transcriber.TranscribeAsync(audio, contentType, language, cancellationToken);
        return await mediator.Send(new RecordTextCommand(voicemail.Id, text), cancellationToken);
    }

    /// <summary>As a whole: minutes of speech are some megabytes, and a slow partner keeps no connection to the store.</summary>
    private async Task<ReadOnlyMemory<byte>> ReadAsync(VoicemailId id, CancellationToken cancellationToken)
    {
        await using var audio = await store.OpenAsync(id, cancellationToken) ?? throw new InvalidAudioException("The stored audio is missing.");
        var bytes = new byte[audio.Length];
        await audio.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }
}
