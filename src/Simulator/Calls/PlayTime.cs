using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>About how long a sound plays.</summary>
internal static class PlayTime
{
    private const double CompressedBytesPerSecond = 4000;

    public static TimeSpan Of(WebhookExchange audio)
    {
        try
        {
            return WavAudio.Duration(audio.Content.Span);
        }
        catch (InvalidDataException)
        {
            return TimeSpan.FromSeconds(Math.Max(1, audio.Content.Length / CompressedBytesPerSecond));
        }
    }
}
