using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Simulator.Faults;

/// <summary>One wrong answer of Twilio or SendGrid.</summary>
public sealed class HttpFault
{
    private const int WritesPerSecond = 10;

    private readonly Func<HttpContext, FaultySubject, Task> _answer;

    private HttpFault(Func<HttpContext, FaultySubject, Task> answer)
    {
        _answer = answer;
    }

    /// <summary>An error status with the body that the real service gives it.</summary>
    public static HttpFault Status(int status) => new((http, subject) => subject.AnswerErrorAsync(http, status));

    public static HttpFault TooManyRequests(TimeSpan retryAfter) => new((http, subject) =>
    {
        http.Response.Headers.RetryAfter = ((int)retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return subject.AnswerErrorAsync(http, StatusCodes.Status429TooManyRequests);
    });

    /// <summary>200 with a web page, as a gateway or a captive portal would send it.</summary>
    public static HttpFault Html() => new((http, _) =>
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync("<!doctype html><title>Please wait</title><p>Please wait.</p>", http.RequestAborted);
    });

    /// <summary>The right status and content type, and nothing in it.</summary>
    public static HttpFault ZeroBytes() => new((http, subject) =>
    {
        http.Response.ContentType = subject.ContentType;
        http.Response.ContentLength = 0;
        return Task.CompletedTask;
    });

    /// <summary>Promises everything, sends the first half, closes the connection.</summary>
    public static HttpFault Truncated() => new(async (http, subject) =>
    {
        http.Response.ContentType = subject.ContentType;
        http.Response.ContentLength = subject.Content.Length;
        await http.Response.Body.WriteAsync(subject.Content[..(subject.Content.Length / 2)], http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        http.Abort();
    });

    /// <summary>The right answer, so many bytes in each second of real time.</summary>
    public static HttpFault Slow(int bytesPerSecond) => new(async (http, subject) =>
    {
        http.Response.ContentType = subject.ContentType;
        http.Response.ContentLength = subject.Content.Length;
        var portion = Math.Max(1, bytesPerSecond / WritesPerSecond);
        var pause = TimeSpan.FromSeconds((double)portion / bytesPerSecond);
        for (var sent = 0; sent < subject.Content.Length; sent += portion)
        {
            var length = Math.Min(portion, subject.Content.Length - sent);
            await http.Response.Body.WriteAsync(subject.Content.Slice(sent, length), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(pause, http.RequestAborted);
        }
    });

    /// <summary>The right beginning, followed by zeros up to <paramref name="length"/> bytes.</summary>
    public static HttpFault Oversized(long length) => new(async (http, subject) =>
    {
        http.Response.ContentType = subject.ContentType;
        http.Response.ContentLength = length;
        var beginning = (int)Math.Min(length, subject.Content.Length);
        await http.Response.Body.WriteAsync(subject.Content[..beginning], http.RequestAborted);
        var zeros = new byte[64 * 1024];
        for (var left = length - beginning; left > 0; left -= zeros.Length)
        {
            await http.Response.Body.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)), http.RequestAborted);
        }
    });

    /// <summary>No answer until the program gives up.</summary>
    public static HttpFault NoAnswer() => new((http, _) => Task.Delay(Timeout.Infinite, http.RequestAborted));

    /// <summary>The connection is closed without an answer.</summary>
    public static HttpFault Disconnect() => new((http, _) =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The request is carried out, and the connection closed without an answer.</summary>
    public static HttpFault LostAnswer() => new((http, _) =>
    {
        http.Abort();
        return Task.CompletedTask;
    })
    {
        IsCarriedOut = true,
    };

    /// <summary>To some other host, where the program must not take its credentials.</summary>
    public static HttpFault Redirect(string location) => new((http, _) =>
    {
        http.Response.Redirect(location);
        return Task.CompletedTask;
    });

    /// <summary>Whether the request has its effect all the same.</summary>
    public bool IsCarriedOut { get; private init; }

    /// <summary>Spoils an answer; for whoever stands in for a partner.</summary>
    public async Task AnswerAsync(HttpContext http, FaultySubject subject)
    {
        try
        {
            await _answer(http, subject);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The program gave up, which is what such a fault is for.
        }
    }
}
