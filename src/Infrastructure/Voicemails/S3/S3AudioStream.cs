using System.Buffers;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Infrastructure.Voicemails.S3;

/// <summary>
/// Reads an object part by part: little where little is read, more with each part that follows the one before. No connection stays open while
/// a listener's slow line takes what was read.
/// </summary>
internal sealed class S3AudioStream(S3Bucket bucket, string key, string eTag, long length) : Stream
{
    private const int SmallestPart = 64 * 1024;
    private const int LargestPart = 1024 * 1024;

    private long _position;
    private byte[] _part = [];
    private long _partStart;
    private int _partLength;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _position = value;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position >= length || buffer.IsEmpty)
        {
            return 0;
        }

        if (_position < _partStart || _position >= _partStart + _partLength)
        {
            await FetchAsync(cancellationToken);
        }

        var offset = (int)(_position - _partStart);
        var count = Math.Min(buffer.Length, _partLength - offset);
        _part.AsMemory(offset, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Return();
        }

        base.Dispose(disposing);
    }

    private async Task FetchAsync(CancellationToken cancellationToken)
    {
        var follows = _partLength > 0 && _position == _partStart + _partLength;
        var size = (int)Math.Min(follows ? Math.Min(2 * _partLength, LargestPart) : SmallestPart, length - _position);
        Return();
        _part = ArrayPool<byte>.Shared.Rent(size);
        await bucket.RequestAsync((s3, token) => ReadPartAsync(s3, size, token), cancellationToken);
        _partStart = _position;
        _partLength = size;
    }

    private async Task<int> ReadPartAsync(AmazonS3Client s3, int size, CancellationToken cancellationToken)
    {
        // Of the object as it was opened: parts of two recordings are none.
        using var answer = await s3.GetObjectAsync(
            new GetObjectRequest
            {
                BucketName = bucket.Name,
                Key = key,
                EtagToMatch = eTag,
                ByteRange = new ByteRange(_position, _position + size - 1),
            },
            cancellationToken);
        if (answer.HttpStatusCode is not HttpStatusCode.PartialContent || answer.ContentLength != size)
        {
            throw new IOException("Another part was sent than the one asked for.");
        }

        await answer.ResponseStream.ReadExactlyAsync(_part.AsMemory(0, size), cancellationToken);
        return size;
    }

    private void Return()
    {
        if (_part.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_part);
        }

        _part = [];
        _partLength = 0;
    }
}
