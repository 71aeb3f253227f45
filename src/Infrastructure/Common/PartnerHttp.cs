using System.Globalization;
using System.Net.Http.Headers;
using MaskedVoicemail.Application.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MaskedVoicemail.Infrastructure.Common;

/// <summary>What requests to partners have in common.</summary>
internal static class PartnerHttp
{
    /// <summary>Whatever a partner asks for, it is tried again after this time.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Wrong credentials are mended by an operator, not by asking every second.</summary>
    private static readonly TimeSpan PauseWhenRefused = TimeSpan.FromMinutes(5);

    /// <summary>
    /// A client that follows no redirect (credentials never go to another host), keeps no cookies and logs no addresses.
    /// Its time limit is each request's own. All clients of one partner share what is known of its refusals.
    /// </summary>
    public static IHttpClientBuilder ConfigureForPartner(this IHttpClientBuilder builder, string partner)
    {
        builder.Services.TryAddKeyedSingleton(
            partner,
            (services, _) => ActivatorUtilities.CreateInstance<PartnerCircuit>(services, partner));
        return builder
        .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .AddHttpMessageHandler(services => new PartnerCircuitHandler(services.GetRequiredKeyedService<PartnerCircuit>(partner)))
        .RemoveAllLoggers();
    }

    /// <summary>The partner answered 401 or 403.</summary>
    /// <param name="message">What an operator should look at.</param>
    /// <param name="retryAfter">What the partner said itself.</param>
    public static PartnerException Refusal(string message, TimeSpan? retryAfter) =>
        new(message, isPermanent: false, retryAfter > PauseWhenRefused ? retryAfter : PauseWhenRefused) { IsRefusal = true };

    /// <summary>Sends a request and returns once the headers of the answer are there.</summary>
    /// <param name="deadline">Ends the attempt; <paramref name="cancellationToken"/> ends it because nobody wants it any more.</param>
    /// <exception cref="PartnerException">No answer came.</exception>
    public static async Task<HttpResponseMessage> SendToPartnerAsync(
        this HttpClient client, HttpRequestMessage request, string partner, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        }
        catch (HttpRequestException exception)
        {
            throw new PartnerException($"{partner} could not be reached: {exception.HttpRequestError}.", isPermanent: false, innerException: exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new PartnerException($"{partner} did not answer in time.", isPermanent: false, innerException: exception);
        }
    }

    /// <summary>How long the partner wants to be left alone: <c>Retry-After</c>, else <c>X-RateLimit-Reset</c> (Unix seconds); null if it does not say.</summary>
    public static TimeSpan? RetryAfter(this HttpResponseHeaders headers, DateTimeOffset now)
    {
        var after = headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => ResetAt(headers) - now,
        };
        return after is not { } wait || wait <= TimeSpan.Zero ? null : wait < LongestPause ? wait : LongestPause;
    }

    private static DateTimeOffset? ResetAt(HttpResponseHeaders headers) =>
        headers.TryGetValues("X-RateLimit-Reset", out var values)
            && long.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
