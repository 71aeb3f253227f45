using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>The body of an answer while it arrives: within its time and size, and with the network's troubles named as the partner's.</summary>
internal sealed class MediaStream(Stream body, HttpResponseMessage response, CancellationTokenSource deadline, long longest) : Stream
{
    private long _arrived;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _arrived;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            var count = await body.ReadAsync(buffer, either.Token);
            _arrived += count;
            return _arrived <= longest ? count : throw TwilioMedia.TooLarge();
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PartnerException("Twilio sent the recording too slowly.", isPermanent: false, innerException: exception);
        }
        catch (IOException exception)
        {
            throw new PartnerException("The connection to Twilio broke off.", isPermanent: false, innerException: exception);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
        // Nothing is written.
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            body.Dispose();
            response.Dispose();
            deadline.Dispose();
        }

        base.Dispose(disposing);
    }
}
