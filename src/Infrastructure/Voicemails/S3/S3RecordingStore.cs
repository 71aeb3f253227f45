using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Voicemails.S3;

/// <summary>Audio as objects. What arrives is checked in a file of this machine first; then one request makes the object, whole or not at all.</summary>
internal sealed class S3RecordingStore(IOptions<RecordingStoreOptions> options, TimeProvider clock) : IRecordingStore, IDisposable
{
    /// <summary>The bucket may hold other things, too: only what is below this is listed.</summary>
    private const string Prefix = "voicemails/";

    private const string Suffix = ".audio";

    private readonly S3Bucket _bucket = new(options.Value.S3, clock);

    public async Task<StoredAudio> SaveAsync(VoicemailId id, RecordingMedia media, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = NamelessFile.Create();
            var audio = await IncomingAudio.WriteAsync(media, file, cancellationToken);
            await PutAsync(id, audio, file, cancellationToken);
            return audio;
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not RecordingStoreException))
        {
            throw new RecordingStoreException($"The machine's folder for temporary files can't be written to: {exception.Message}", exception);
        }
    }

    public async Task<Stream?> OpenAsync(VoicemailId id, CancellationToken cancellationToken)
    {
        var found = await _bucket.RequestAsync((s3, token) => FindAsync(s3, id, token), cancellationToken);
        return found is null ? null : new S3AudioStream(_bucket, KeyOf(id), found.ETag, found.ContentLength);
    }

    public Task CopyAsync(VoicemailId source, VoicemailId target, CancellationToken cancellationToken)
    {
        var request = new CopyObjectRequest
        {
            SourceBucket = _bucket.Name,
            SourceKey = KeyOf(source),
            DestinationBucket = _bucket.Name,
            DestinationKey = KeyOf(target),
        };
        return _bucket.RequestAsync((s3, token) => s3.CopyObjectAsync(request, token), cancellationToken);
    }

    public Task DeleteAsync(VoicemailId id, CancellationToken cancellationToken) =>
        _bucket.RequestAsync((s3, token) => s3.DeleteObjectAsync(_bucket.Name, KeyOf(id), token), cancellationToken);

    public async IAsyncEnumerable<StoredFile> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = _bucket.Name, Prefix = Prefix };
        do
        {
            var page = await _bucket.RequestAsync((s3, token) => s3.ListObjectsV2Async(request, token), cancellationToken);
            foreach (var file in page.S3Objects ?? [])
            {
                if (IdOf(file.Key) is { } id && file.LastModified is { } writtenAt)
                {
                    yield return new StoredFile(id, new DateTimeOffset(writtenAt.ToUniversalTime()));
                }
            }

            request.ContinuationToken = page.IsTruncated is true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    /// <summary>There are none: what arrives has no name in this machine, and an object is made by one request.</summary>
    public Task DeleteLeftoversAsync(DateTimeOffset before, CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _bucket.Dispose();

    private async Task PutAsync(VoicemailId id, StoredAudio audio, FileStream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var request = new PutObjectRequest
        {
            BucketName = _bucket.Name,
            Key = KeyOf(id),
            InputStream = file,
            AutoCloseStream = false,
            ContentType = audio.ContentType,

            // In one piece, with its length and with its hash in the signature: the server takes all of it unchanged, or nothing.
            UseChunkEncoding = false,
            DisablePayloadSigning = false,
        };
        await _bucket.RequestAsync((s3, token) => s3.PutObjectAsync(request, token), cancellationToken);
    }

    private async Task<GetObjectMetadataResponse?> FindAsync(AmazonS3Client s3, VoicemailId id, CancellationToken cancellationToken)
    {
        try
        {
            return await s3.GetObjectMetadataAsync(_bucket.Name, KeyOf(id), cancellationToken);
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static string KeyOf(VoicemailId id) => $"{Prefix}{id}{Suffix}";

    private static VoicemailId? IdOf(string key) =>
        key.EndsWith(Suffix, StringComparison.Ordinal) && Guid.TryParseExact(key.AsSpan(Prefix.Length..^Suffix.Length), "D", out var id)
            ? new VoicemailId(id)
            : null;
}
