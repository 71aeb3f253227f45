namespace MaskedVoicemail.Simulator.Audio;

/// <summary>
/// A valid MP3 of silence, 32 kbit/s as Twilio's. Served as the <c>.mp3</c> of a recording that was given as WAV only,
/// since there is no encoder here: its length is right, its sound is not.
/// </summary>
internal static class SilentMp3
{
    // MPEG-2 layer III, 32 kbit/s, 24 kHz, mono, no CRC: 576 samples, 96 bytes a frame. Zeros after the header are silence.
    private const int FrameLength = 96;
    private const double FramesPerSecond = 24000d / 576;

    public static byte[] Of(TimeSpan duration)
    {
        var frames = Math.Max(1, (int)Math.Ceiling(duration.TotalSeconds * FramesPerSecond));
        var mp3 = new byte[frames * FrameLength];
        for (var start = 0; start < mp3.Length; start += FrameLength)
        {
            mp3[start] = 0xFF;
            mp3[start + 1] = 0xF3;
            mp3[start + 2] = 0x44;
            mp3[start + 3] = 0xC0;
        }

        return mp3;
    }
}
