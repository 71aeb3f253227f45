using System.Buffers.Binary;
using System.Text;

namespace MaskedVoicemail.Simulator.Audio;

/// <summary>Telephone-quality WAV (8 kHz, 16 bit, mono PCM), as Twilio serves it: 16 kB a second.</summary>
public static class WavAudio
{
    public const int SampleRate = 8000;
    public const int BytesPerSecond = SampleRate * sizeof(short);

    private const int HeaderLength = 44;

    public static byte[] Silence(double seconds) => Write(new short[SampleCount(seconds)]);

    public static byte[] Tone(double seconds, double frequency = 440)
    {
        var samples = new short[SampleCount(seconds)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (short)(Math.Sin(2 * Math.PI * frequency * i / SampleRate) * short.MaxValue / 4);
        }

        return Write(samples);
    }

    public static byte[] Write(ReadOnlySpan<short> samples)
    {
        var wav = new byte[HeaderLength + (samples.Length * sizeof(short))];
        WriteHeader(wav, samples.Length * sizeof(short));
        for (var i = 0; i < samples.Length; i++)
        {
            BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(HeaderLength + (i * sizeof(short))), samples[i]);
        }

        return wav;
    }

    /// <summary>The playing time of any PCM WAV, read from its own header.</summary>
    /// <exception cref="InvalidDataException">The bytes are no WAV.</exception>
    public static TimeSpan Duration(ReadOnlySpan<byte> wav)
    {
        var data = DataOf(wav, out var bytesPerSecond);
        return TimeSpan.FromSeconds((double)data.Length / bytesPerSecond);
    }

    /// <summary>The first <paramref name="length"/> of a telephone-quality WAV; all of it when it is shorter.</summary>
    public static byte[] Cut(byte[] wav, TimeSpan length)
    {
        var data = DataOf(wav, out var bytesPerSecond);
        var wanted = (int)(length.TotalSeconds * bytesPerSecond) & ~1;
        if (bytesPerSecond != BytesPerSecond || wanted >= data.Length)
        {
            return wav;
        }

        var cut = new byte[HeaderLength + wanted];
        WriteHeader(cut, wanted);
        data[..wanted].CopyTo(cut.AsSpan(HeaderLength));
        return cut;
    }

    private static int SampleCount(double seconds) => (int)Math.Round(seconds * SampleRate);

    private static void WriteHeader(Span<byte> wav, int dataLength)
    {
        Encoding.ASCII.GetBytes("RIFF", wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav[4..], HeaderLength - 8 + dataLength);
        Encoding.ASCII.GetBytes("WAVEfmt ", wav[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(wav[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav[20..], 1); // PCM
        BinaryPrimitives.WriteInt16LittleEndian(wav[22..], 1); // mono
        BinaryPrimitives.WriteInt32LittleEndian(wav[24..], SampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(wav[28..], BytesPerSecond);
        BinaryPrimitives.WriteInt16LittleEndian(wav[32..], sizeof(short));
        BinaryPrimitives.WriteInt16LittleEndian(wav[34..], 16);
        Encoding.ASCII.GetBytes("data", wav[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(wav[40..], dataLength);
    }

    private static ReadOnlySpan<byte> DataOf(ReadOnlySpan<byte> wav, out int bytesPerSecond)
    {
        if (wav.Length < 12 || !wav.StartsWith("RIFF"u8) || !wav[8..].StartsWith("WAVE"u8))
        {
            throw new InvalidDataException("The audio is no WAV file.");
        }

        bytesPerSecond = 0;
        var position = 12;
        while (position + 8 <= wav.Length)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(wav[(position + 4)..]);
            var content = wav[(position + 8)..];
            if (length < 0)
            {
                break;
            }

            if (wav[position..].StartsWith("fmt "u8) && content.Length >= 16)
            {
                bytesPerSecond = BinaryPrimitives.ReadInt32LittleEndian(content[8..]);
            }
            else if (wav[position..].StartsWith("data"u8) && bytesPerSecond > 0)
            {
                return content[..Math.Min(length, content.Length)];
            }

            position += 8 + length + (length & 1);
        }

        throw new InvalidDataException("The WAV file has no format or no data.");
    }
}
