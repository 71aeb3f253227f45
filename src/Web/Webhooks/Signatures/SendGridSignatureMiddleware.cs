using System.Globalization;

namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>Guards the one address below <c>/webhook</c> that is SendGrid's: what SendGrid did not sign gets 403 and changes nothing.</summary>
internal sealed class SendGridSignatureMiddleware(
    RequestDelegate next, SendGridSignature signature, TimeProvider clock, ILogger<SendGridSignatureMiddleware> logger)
{
    private const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    private const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>SendGrid sends a batch when it has grown to 768 kB.</summary>
    private const int MaxBodyBytes = 2 * 1024 * 1024;

    /// <summary>
    /// SendGrid repeats for 24 hours what was not taken, and does not say that it signs anew. A longer memory does no harm: a repeated
    /// report changes nothing (docs/decisions/0012).
    /// </summary>
    private static readonly TimeSpan LongestAge = TimeSpan.FromHours(25);

    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(10);

    public async Task InvokeAsync(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers[SignatureHeader] is not [{ Length: > 0 } given] || headers[TimestampHeader] is not [{ Length: > 0 } timestamp] || !IsRecent(timestamp))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (await ReadAsync(context) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        if (!signature.IsValid(timestamp, body.Span, given))
        {
            logger.LogWarning("Refused a request to {Path}: it is not signed for {Setting}", context.Request.Path, SendGridSignature.Setting);
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        context.Features.Set(new SignedMailEvents(body));
        await next(context);
    }

    private bool IsRecent(string timestamp)
    {
        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds())
        {
            return false;
        }

        var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age < LongestAge && age > -ClockDifference;
    }

    /// <returns>Null where it is too long.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > MaxBodyBytes)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            if (body.Length + count > MaxBodyBytes)
            {
                return null;
            }

            body.Write(buffer, 0, count);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
