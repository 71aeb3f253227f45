using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Xml.Linq;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>
/// An S3-compatible server with one bucket, on a free port: strict as the strictest of those in use. It checks each signature and the hash of each
/// body, knows buckets as parts of the path only, and refuses the checksum headers and trailers of newer clients.
/// </summary>
internal sealed class S3Server : IAsyncDisposable
{
    private const int DefaultPageSize = 1000;

    private static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    private readonly WebApplication _app;
    private readonly S3Signature _signature;
    private readonly ConcurrentQueue<S3Exchange> _exchanges = [];

    private S3Server(string accessKey, string secretKey, string region)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port: 0));
        _app = builder.Build();
        _app.Run(HandleAsync);
        _signature = new S3Signature(accessKey, secretKey, region);
    }

    public const string Bucket = "recordings";
    public const string AccessKey = "access-key";
    public const string SecretKey = "secret/key+with=signs";
    public const string Region = "eu-test-1";

    public ConcurrentDictionary<string, S3Object> Objects { get; } = new(StringComparer.Ordinal);

    public HttpFaults Faults { get; } = new();

    /// <summary>Objects in an answer to a listing.</summary>
    public int PageSize { get; set; } = DefaultPageSize;

    /// <summary>What was asked and answered, in order.</summary>
    public IReadOnlyList<S3Exchange> Exchanges => [.. _exchanges];

    /// <summary>By name: clients put no bucket in front of an IP address, whatever they are told.</summary>
    public Uri BaseAddress => new UriBuilder(_app.Urls.Single()) { Host = "localhost" }.Uri;

    public Dictionary<string, string?> Settings => new()
    {
        ["Recordings:Provider"] = "S3",
        ["Recordings:S3:ServiceUrl"] = BaseAddress.AbsoluteUri,
        ["Recordings:S3:Bucket"] = Bucket,
        ["Recordings:S3:AccessKey"] = AccessKey,
        ["Recordings:S3:SecretKey"] = SecretKey,
        ["Recordings:S3:Region"] = Region,
    };

    public static async Task<S3Server> StartAsync(string accessKey = AccessKey, string secretKey = SecretKey, string region = Region)
    {
        var server = new S3Server(accessKey, secretKey, region);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (Faults.Next() is { } fault)
        {
            var spoilt = fault.IsCarriedOut || HttpMethods.IsGet(http.Request.Method) ? Answer(http.Request, body.ToArray()) : S3Answer.Of(200);
            _exchanges.Enqueue(new S3Exchange(http.Request.Method, http.Request.Path, BytesSent: 0));
            await fault.AnswerAsync(http, new FaultySubject(
                spoilt.ContentType, spoilt.Content, (context, status) => S3Answer.Error(status, status == 403 ? "AccessDenied" : "SlowDown").SendAsync(context)));
            return;
        }

        var answer = Answer(http.Request, body.ToArray());
        var sent = HttpMethods.IsHead(http.Request.Method) ? 0 : answer.Content.Length;
        _exchanges.Enqueue(new S3Exchange(http.Request.Method, http.Request.Path, sent));
        await answer.SendAsync(http);
    }

    private S3Answer Answer(HttpRequest request, byte[] body)
    {
        if (_signature.WhyRefused(request, body) is { } refusal)
        {
            return S3Answer.Error(403, refusal);
        }

        if (request.Headers.Keys.FirstOrDefault(IsOfNewerClients) is { } header || request.Headers.ContentEncoding == "aws-chunked")
        {
            return S3Answer.Error(501, "NotImplemented");
        }

        var path = request.Path.Value!.Split('/', 3);
        if (path[1] != Bucket)
        {
            return S3Answer.Error(404, "NoSuchBucket");
        }

        var key = path.ElementAtOrDefault(2) ?? "";
        return request.Method switch
        {
            "GET" when key.Length == 0 && request.Query["list-type"] == "2" => List(request.Query),
            "GET" or "HEAD" => Read(key, request),
            "PUT" when request.Headers.TryGetValue("x-amz-copy-source", out var source) => Copy(Uri.UnescapeDataString(source.ToString()), key),
            "PUT" => Write(key, request, body),
            "DELETE" => Remove(key),
            _ => S3Answer.Error(405, "MethodNotAllowed"),
        };
    }

    private static bool IsOfNewerClients(string header) =>
        header.StartsWith("x-amz-checksum-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("x-amz-sdk-checksum-algorithm", StringComparison.OrdinalIgnoreCase)
        || header.Equals("x-amz-trailer", StringComparison.OrdinalIgnoreCase);

    private S3Answer Write(string key, HttpRequest request, byte[] body)
    {
        if (request.ContentLength != body.Length)
        {
            return S3Answer.Error(411, "MissingContentLength");
        }

        Objects[key] = S3Object.Of(body, request.ContentType ?? "binary/octet-stream");
        return S3Answer.Of(200, ("ETag", Objects[key].ETag));
    }

    private S3Answer Copy(string source, string key)
    {
        if (!Objects.TryGetValue(source.TrimStart('/')[(Bucket.Length + 1)..], out var found))
        {
            return S3Answer.Error(404, "NoSuchKey");
        }

        Objects[key] = S3Object.Of(found.Content, found.ContentType);
        return S3Answer.Xml(new XElement(Namespace + "CopyObjectResult", new XElement(Namespace + "ETag", found.ETag)));
    }

    private S3Answer Remove(string key)
    {
        Objects.TryRemove(key, out _);
        return S3Answer.Of(204);
    }

    private S3Answer Read(string key, HttpRequest request)
    {
        if (!Objects.TryGetValue(key, out var found))
        {
            return S3Answer.Error(404, "NoSuchKey");
        }

        if (request.Headers.IfMatch is { Count: > 0 } wanted && wanted != found.ETag)
        {
            return S3Answer.Error(412, "PreconditionFailed");
        }

        var range = request.GetTypedHeaders().Range?.Ranges.Single();
        var from = (int)(range?.From ?? 0);
        var to = (int)Math.Min(range?.To ?? long.MaxValue, found.Content.Length - 1);
        return from > to
            ? S3Answer.Error(416, "InvalidRange")
            : new S3Answer(range is null ? 200 : 206, found.ContentType, found.Content.AsMemory(from..(to + 1)))
            {
                Headers =
                {
                    ["ETag"] = found.ETag,
                    ["Last-Modified"] = found.WrittenAt.ToString("R", CultureInfo.InvariantCulture),
                    ["Content-Range"] = range is null ? null : string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{found.Content.Length}"),
                },
            };
    }

    private S3Answer List(IQueryCollection query)
    {
        var after = query["continuation-token"].ToString();
        var found = Objects
            .Where(pair => pair.Key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(pair.Key, after) > 0)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ToList();
        var page = found.Take(PageSize).ToList();
        return S3Answer.Xml(new XElement(
            Namespace + "ListBucketResult",
            new XElement(Namespace + "IsTruncated", found.Count > page.Count),
            found.Count > page.Count ? new XElement(Namespace + "NextContinuationToken", page[^1].Key) : null,
            page.Select(pair => new XElement(
                Namespace + "Contents",
                new XElement(Namespace + "Key", pair.Key),
                new XElement(Namespace + "LastModified", pair.Value.WrittenAt.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
                new XElement(Namespace + "Size", pair.Value.Content.Length)))));
    }
}
