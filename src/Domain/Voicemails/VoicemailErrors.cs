using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Domain.Voicemails;

public static class VoicemailErrors
{
    public static readonly Error NotFound = new("voicemail.not_found", "There is no such message.", ErrorKind.NotFound);

    public static readonly Error GoneForGood = new(
        "voicemail.gone", "This message was removed for good and can't be brought back.", ErrorKind.Conflict);
}
