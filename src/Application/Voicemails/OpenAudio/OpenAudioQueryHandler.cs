using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Voicemails.OpenAudio;

internal sealed partial class OpenAudioQueryHandler(IAppDbContext db, IRecordingStore store, ILogger<OpenAudioQueryHandler> logger)
    : IRequestHandler<OpenAudioQuery, Result<VoicemailAudio>>
{
    public async Task<Result<VoicemailAudio>> Handle(OpenAudioQuery request, CancellationToken cancellationToken)
    {
        var stored = await db.Voicemails.OwnedBy(request.Owner)
            .Where(voicemail => voicemail.Id == request.Id && !voicemail.IsSealed && voicemail.AudioContentType != null)
            .Select(voicemail => new { voicemail.AudioContentType, voicemail.AudioSha256, voicemail.ReceivedAt })
            .SingleOrDefaultAsync(cancellationToken);
        if (stored is not { AudioContentType: { } contentType, AudioSha256: { } sha256 })
        {
            return VoicemailErrors.NotFound;
        }

        if (await store.OpenAsync(request.Id, cancellationToken) is not { } content)
        {
            LogMissing(request.Id);
            return VoicemailErrors.NotFound;
        }

        return new VoicemailAudio(content, contentType, sha256, stored.ReceivedAt);
    }

    [LoggerMessage(LogLevel.Error, "The audio of voicemail {VoicemailId} is in the books but not in the store")]
    private partial void LogMissing(VoicemailId voicemailId);
}
