using Amazon.Runtime;
using Amazon.S3;
using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Infrastructure.Voicemails.S3;

/// <summary>A bucket of any S3-compatible server: requests with a time limit, made once, whose failures are the store's.</summary>
internal sealed class S3Bucket : IDisposable
{
    /// <summary>For one request: the longest message (20 MB) within it takes 5 Mbit/s.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(30);

    private readonly AmazonS3Client _client;
    private readonly TimeProvider _clock;

    public S3Bucket(S3Options options, TimeProvider clock)
    {
        Name = options.Bucket!;
        _clock = clock;
        _client = new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), new AmazonS3Config
        {
            ServiceURL = options.ServiceUrl!.AbsoluteUri,
            AuthenticationRegion = options.Region,
            IgnoreConfiguredEndpointUrls = true,

            // Buckets as host names need a DNS entry and a certificate each, which only AWS has.
            ForcePathStyle = true,

            // By default newer clients send checksums as trailers, which many servers refuse. The signature covers the content anyway.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,

            // What fails is tried again by the step that wanted it, and by nothing else.
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
            AllowAutoRedirect = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        });
    }

    public string Name { get; }

    /// <exception cref="RecordingStoreException">The server did not do it.</exception>
    public async Task<T> RequestAsync<T>(Func<AmazonS3Client, CancellationToken, Task<T>> request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(TimeLimit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            return await request(_client, either.Token);
        }
        catch (AmazonServiceException exception)
        {
            throw new RecordingStoreException(Explain(exception), exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RecordingStoreException("The S3 server did not answer in time.", exception);
        }
        catch (Exception exception) when (exception is AmazonClientException or HttpRequestException or IOException)
        {
            throw new RecordingStoreException($"The connection to the S3 server failed: {exception.GetType().Name}.", exception);
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>By status and code alone: a server's sentences may quote keys and names.</summary>
    private static string Explain(AmazonServiceException exception)
    {
        var status = (int)exception.StatusCode;
        var code = string.IsNullOrEmpty(exception.ErrorCode) ? "" : $" ({exception.ErrorCode})";
        return status switch
        {
            // No answer at all.
            0 => $"The S3 server could not be reached: {(exception.InnerException ?? exception).GetType().Name}.",
            401 or 403 => $"The S3 server refuses the credentials ({status}){code}: check Recordings:S3:AccessKey and :SecretKey, and what the key may do.",
            404 => $"The S3 server does not find it ({status}){code}: check Recordings:S3:Bucket.",
            >= 300 and < 400 => $"The S3 server points elsewhere ({status}){code}: check Recordings:S3:ServiceUrl and :Region.",
            _ => $"The S3 server answered {status}{code}.",
        };
    }
}
