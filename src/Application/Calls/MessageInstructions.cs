using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Calls;

internal static class MessageInstructions
{
    /// <summary>How a caller of a number is asked for a message.</summary>
    public static CallInstructions.TakeMessage AskForMessage(this TranscriptionOptions transcription, ForwardingSettings settings) =>
        new(settings, transcription.LongestMessageSeconds(settings), transcription.AsksTwilio(settings));
}
