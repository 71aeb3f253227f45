using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Voicemails.OpenAudio;

internal sealed partial class OpenAudioQueryHandler(IMailbox mailbox, IRecordingStore store, ILogger<OpenAudioQueryHandler> logger)
    : IRequestHandler<OpenAudioQuery, Result<VoicemailAudio>>
{
    public async Task<Result<VoicemailAudio>> Handle(OpenAudioQuery request, CancellationToken cancellationToken)
    {
        if (await mailbox.FindAudioAsync(request.Owner, request.Id, cancellationToken) is not { } entry)
        {
            return VoicemailErrors.NotFound;
        }

        if (await store.OpenAsync(request.Id, cancellationToken) is not { } content)
        {
            LogMissing(request.Id);
            return VoicemailErrors.NotFound;
        }

        return new VoicemailAudio(content, entry);
    }

    [LoggerMessage(LogLevel.Error, "The audio of voicemail {VoicemailId} is in the books but not in the store")]
    private partial void LogMissing(VoicemailId voicemailId);
}
