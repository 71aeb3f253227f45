using System.Globalization;
using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>What a downloaded message is called: made of its time alone, so that nothing a caller chose becomes a file name.</summary>
internal static class AudioFileName
{
    public static string Of(AudioEntry audio, DateTimeOffset receivedAt)
    {
        var extension = audio.ContentType is "audio/mpeg" ? "mp3" : "wav";
        return string.Create(CultureInfo.InvariantCulture, $"voicemail-{receivedAt:yyyyMMdd-HHmmss}.{extension}");
    }
}
