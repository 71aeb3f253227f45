namespace MaskedVoicemail.Simulator.Audio;

/// <summary>What a caller says after the beep.</summary>
public sealed record SpokenMessage
{
    public required string Title { get; init; }

    /// <summary>A language tag: <c>en-US</c>, <c>cmn-CN</c>.</summary>
    public string Language { get; init; } = "en-US";

    /// <summary>What was said. Null: nothing that a transcription would understand.</summary>
    public string? Transcript { get; init; }

    public required byte[] Wav { get; init; }

    /// <summary>The same as MP3. Null: the stand-in serves silence of the same length.</summary>
    public byte[]? Mp3 { get; init; }

    /// <summary>The time it takes to say it. May differ from that of the audio, for long messages without large files.</summary>
    public required TimeSpan Duration { get; init; }

    public static SpokenMessage FromWav(byte[] wav, string? transcript = null) => new()
    {
        Title = "Recorded",
        Wav = wav,
        Duration = WavAudio.Duration(wav),
        Transcript = transcript,
    };

    /// <summary>A tone in place of speech, with what it stands for as transcript.</summary>
    public static SpokenMessage Tone(double seconds, string? transcript = null) =>
        FromWav(WavAudio.Tone(seconds), transcript) with { Title = "Tone" };
}
