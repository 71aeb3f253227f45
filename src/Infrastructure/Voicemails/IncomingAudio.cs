using System.Security.Cryptography;
using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Infrastructure.Voicemails;

/// <summary>Takes a download in, for every store alike: it is hashed while it is written, and has to be whole and audio.</summary>
internal static class IncomingAudio
{
    /// <exception cref="InvalidAudioException">Fewer or more bytes than announced, or no whole audio file.</exception>
    public static async Task<StoredAudio> WriteAsync(RecordingMedia media, FileStream file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[RecordingFolder.BufferSize];
        int count;
        while ((count = await media.Content.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        await file.FlushAsync(cancellationToken);
        if (media.ContentLength is { } announced && announced != file.Length)
        {
            throw new InvalidAudioException(FormattableString.Invariant($"{file.Length} of {announced} bytes arrived."));
        }

        return await AudioFile.InspectAsync(file, Convert.ToHexStringLower(hash.GetHashAndReset()), cancellationToken);
    }
}
