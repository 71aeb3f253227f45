using System.Buffers.Binary;
using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>Tells whole audio from everything else, by the file's own bytes.</summary>
internal static class AudioFile
{
    /// <summary>Sizes that a writer leaves in the header when it can't go back to it: the data goes to the end of the file.</summary>
    private const uint UnknownSize = uint.MaxValue;

    private const int RiffHeader = 12;
    private const int ChunkHeader = 8;

    /// <exception cref="InvalidAudioException">It is neither a whole WAV file nor an MP3 file.</exception>
    public static async Task<StoredAudio> InspectAsync(Stream file, string sha256, CancellationToken cancellationToken)
    {
        if (file.Length == 0)
        {
            throw new InvalidAudioException("Nothing arrived.");
        }

        var start = new byte[RiffHeader];
        file.Position = 0;
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        if (length == RiffHeader && start.AsSpan(0, 4).SequenceEqual("RIFF"u8) && start.AsSpan(8, 4).SequenceEqual("WAVE"u8))
        {
            return new StoredAudio("audio/wav", file.Length, sha256, await InspectWavAsync(file, cancellationToken));
        }

        return IsMp3(start.AsSpan(0, length))
            ? new StoredAudio("audio/mpeg", file.Length, sha256, Duration: null)
            : throw new InvalidAudioException("What arrived is neither WAV nor MP3.");
    }

    private static async Task<TimeSpan?> InspectWavAsync(Stream file, CancellationToken cancellationToken)
    {
        uint? bytesPerSecond = null;
        var header = new byte[ChunkHeader];
        file.Position = RiffHeader;
        while (await file.ReadAtLeastAsync(header, ChunkHeader, throwOnEndOfStream: false, cancellationToken) == ChunkHeader)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
            if (header.AsSpan(0, 4).SequenceEqual("data"u8))
            {
                var samples = SampleBytes(size, file.Length - file.Position);
                return bytesPerSecond is > 0 and var rate ? TimeSpan.FromSeconds((double)samples / rate) : null;
            }

            var next = file.Position + size + (size % 2);
            if (header.AsSpan(0, 4).SequenceEqual("fmt "u8))
            {
                bytesPerSecond = await BytesPerSecondAsync(file, cancellationToken);
            }

            file.Position = next;
        }

        throw new InvalidAudioException("The WAV file breaks off before its samples.");
    }

    private static long SampleBytes(uint announced, long there)
    {
        if (there == 0 || announced == 0)
        {
            throw new InvalidAudioException("The WAV file holds no samples.");
        }

        if (announced == UnknownSize)
        {
            return there;
        }

        return announced <= there
            ? announced
            : throw new InvalidAudioException(FormattableString.Invariant($"The WAV file breaks off: {there} of {announced} bytes of samples are there."));
    }

    private static async Task<uint> BytesPerSecondAsync(Stream file, CancellationToken cancellationToken)
    {
        // Format, channels, samples per second, bytes per second.
        var format = new byte[12];
        return await file.ReadAtLeastAsync(format, format.Length, throwOnEndOfStream: false, cancellationToken) == format.Length
            ? BinaryPrimitives.ReadUInt32LittleEndian(format.AsSpan(8))
            : throw new InvalidAudioException("The WAV file breaks off in its header.");
    }

    /// <summary>An ID3 tag, or the header of an MPEG audio frame: eleven bits set, then a layer, a bit rate and a sampling rate that exist.</summary>
    private static bool IsMp3(ReadOnlySpan<byte> start) =>
        start.Length > 4
        && (start.StartsWith("ID3"u8)
            || (start[0] == 0xFF && (start[1] & 0xE0) == 0xE0 && (start[1] & 0x06) != 0 && (start[2] & 0xF0) != 0xF0 && (start[2] & 0x0C) != 0x0C));
}
