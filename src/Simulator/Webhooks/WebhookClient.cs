using System.Diagnostics;
using System.Net;
using MaskedVoicemail.Simulator.Faults;
using MaskedVoicemail.Simulator.Twiml;

namespace MaskedVoicemail.Simulator.Webhooks;

/// <summary>Sends webhooks to the program under test, with Twilio's headers, time limits, retries and redirects.</summary>
internal sealed class WebhookClient(TwilioSimulatorOptions options, HttpMessageInvoker http, WebhookFaults faults)
{
    private const int MostRedirects = 10;

    private readonly string _publicOrigin = UrlReference.Origin(options.PublicBaseUrl.OriginalString);

    /// <summary>Once, or as often as a fault says; the last exchange is the one that counts.</summary>
    public async Task<IReadOnlyList<WebhookExchange>> DeliverAsync(WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var rule = faults.For(delivery.Kind);
        var token = Guid.NewGuid().ToString("D");
        if (rule.AtOnce)
        {
            return await Task.WhenAll(Enumerable.Range(0, rule.Count).Select(_ => SendAsync(delivery, token, cancellationToken)));
        }

        var exchanges = new List<WebhookExchange>();
        for (var i = 0; i < rule.Count; i++)
        {
            exchanges.Add(await SendAsync(delivery, token, cancellationToken));
        }

        return exchanges;
    }

    private async Task<WebhookExchange> SendAsync(WebhookDelivery delivery, string token, CancellationToken cancellationToken)
    {
        var overrides = ConnectionOverrides.Of(delivery.Url);
        var exchange = Prepare(delivery, token);
        if (!string.Equals(UrlReference.Origin(exchange.Url), UrlReference.Origin(SignedUrl(delivery.Kind, _publicOrigin)),
            StringComparison.OrdinalIgnoreCase))
        {
            return exchange with { Failure = WebhookFailure.BadUrl };
        }

        var clock = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            exchange = faults.For(delivery.Kind).ConnectionFails()
                ? exchange with { Failure = WebhookFailure.Connection, IsFault = true }
                : await AttemptAsync(exchange, overrides, overrides.TotalTimeout - clock.Elapsed, cancellationToken);
            exchange = exchange with { Attempts = attempt, Took = clock.Elapsed };
            if (exchange.Failure is WebhookFailure.None || attempt > overrides.RetryCount || !overrides.Retries(exchange.Failure))
            {
                return exchange;
            }

            if (clock.Elapsed >= overrides.TotalTimeout)
            {
                return exchange with { Failure = WebhookFailure.TotalTimeout };
            }
        }
    }

    private WebhookExchange Prepare(WebhookDelivery delivery, string token)
    {
        var url = SignedUrl(delivery.Kind, UrlReference.WithoutFragment(delivery.Url));
        if (delivery.Method == "GET" && delivery.Parameters.Count > 0)
        {
            var query = string.Join('&', delivery.Parameters.Select(field =>
                $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
            url += (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query;
        }

        return new WebhookExchange
        {
            Kind = delivery.Kind,
            Method = delivery.Method,
            Url = url,
            Parameters = delivery.Parameters,
            IdempotencyToken = token,
            Signature = delivery.Method == "GET"
                ? RequestSignature.ForUrl(options.AuthToken, url)
                : RequestSignature.ForForm(options.AuthToken, url, delivery.Parameters),
        };
    }

    /// <summary>Voice over https is signed without a port, messaging as configured.</summary>
    private static string SignedUrl(WebhookKind kind, string url) => kind is WebhookKind.Sms ? url : RequestSignature.VoiceUrl(url);

    private async Task<WebhookExchange> AttemptAsync(
        WebhookExchange exchange, ConnectionOverrides overrides, TimeSpan left, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var readTimeout = overrides.ConnectTimeout + overrides.ReadTimeout;
        limit.CancelAfter(left <= TimeSpan.Zero ? TimeSpan.Zero : left < readTimeout ? left : readTimeout);
        try
        {
            return await RequestAsync(exchange, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(left < readTimeout ? WebhookFailure.TotalTimeout : WebhookFailure.ReadTimeout);
        }
        catch (HttpRequestException exception)
        {
            return Failed(exception.HttpRequestError is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                    ? WebhookFailure.Connection
                    : WebhookFailure.BrokenOff);
        }
        catch (IOException)
        {
            return Failed(WebhookFailure.BrokenOff);
        }

        WebhookExchange Failed(WebhookFailure failure) => exchange with { Failure = failure, StatusCode = null };
    }

    private async Task<WebhookExchange> RequestAsync(WebhookExchange exchange, CancellationToken cancellationToken)
    {
        var (method, url) = (new HttpMethod(exchange.Method), exchange.Url);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var request = Request(exchange, method, url);
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
                or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && response.Headers.Location is { } location)
            {
                // A 307 or 308 repeats the request; after the others Twilio comes back with GET, and the fields are lost.
                method = (int)response.StatusCode >= 307 ? method : HttpMethod.Get;
                url = UrlReference.Resolve(url, location.OriginalString);
                continue;
            }

            var status = (int)response.StatusCode;
            return exchange with
            {
                StatusCode = status,
                ContentType = response.Content.Headers.ContentType?.ToString(),
                Content = await response.Content.ReadAsByteArrayAsync(cancellationToken),
                Failure = status switch
                {
                    >= 500 => WebhookFailure.ServerError,
                    >= 400 => WebhookFailure.ClientError,
                    _ => WebhookFailure.None,
                },
                Redirects = redirects,
            };
        }

        return exchange with { Failure = WebhookFailure.TooManyRedirects };
    }

    private HttpRequestMessage Request(WebhookExchange exchange, HttpMethod method, string url)
    {
        var publicUrl = new Uri(url);
        var request = new HttpRequestMessage(
            method, options.AppAddress is { } address ? new Uri(address, publicUrl.PathAndQuery) : publicUrl);
        request.Headers.Host = publicUrl.Authority;
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", publicUrl.Scheme);
        request.Headers.TryAddWithoutValidation("User-Agent", "TwilioProxy/1.1");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        request.Headers.TryAddWithoutValidation("I-Twilio-Idempotency-Token", exchange.IdempotencyToken);
        request.Headers.TryAddWithoutValidation(RequestSignature.Header, exchange.Signature);
        if (method == HttpMethod.Post)
        {
            request.Content = new FormUrlEncodedContent(exchange.Parameters);
        }

        return request;
    }
}
