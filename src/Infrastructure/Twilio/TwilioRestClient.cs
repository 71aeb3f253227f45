using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Infrastructure.Common;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Infrastructure.Twilio;

/// <summary>Requests to the account's resources in Twilio's REST API of 2010-04-01, and what its refusals mean.</summary>
internal sealed class TwilioRestClient(HttpClient client, IOptions<TwilioOptions> options, TimeProvider clock)
{
    public const string Partner = "Twilio";

    /// <summary>For a resource or a page of a list; media has a longer time of its own.</summary>
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>When a request for a resource is given up; to be disposed of.</summary>
    public CancellationTokenSource Deadline() => new(TimeLimit, clock);

    /// <summary>Sends a request and returns once the headers of the answer are there, whatever it says.</summary>
    /// <param name="resource">Path behind the account, such as <c>/Recordings/RE….wav</c>, or a whole path of this API, as Twilio names next pages.</param>
    /// <exception cref="PartnerException">No answer came.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string resource, CancellationToken deadline, CancellationToken cancellationToken, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, AddressOf(resource)) { Content = content };
        request.Headers.Authorization = Credentials();
        return await client.SendToPartnerAsync(request, Partner, deadline, cancellationToken);
    }

    /// <returns>Null where Twilio has no such resource.</returns>
    /// <exception cref="PartnerException">Twilio could not or would not tell.</exception>
    public async Task<T?> GetAsync<T>(string resource, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        using var deadline = Deadline();
        using var response = await SendAsync(HttpMethod.Get, resource, deadline.Token, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound)
        {
            return null;
        }

        RequireSuccess(response);
        return await ReadAsync(token => response.Content.ReadFromJsonAsync(type, token), deadline.Token, cancellationToken);
    }

    /// <summary>Reads an answer's body.</summary>
    /// <exception cref="PartnerException">It breaks off, comes too slowly or is not what was expected.</exception>
    public static async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        try
        {
            return await read(either.Token);
        }
        catch (Exception exception) when (exception is JsonException or IOException or HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new PartnerException("Twilio's answer could not be read.", isPermanent: false, innerException: exception);
        }
    }

    /// <exception cref="PartnerException">The answer is no success.</exception>
    public void RequireSuccess(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var status = (int)response.StatusCode;
        var retryAfter = response.Headers.RetryAfter(clock.GetUtcNow());
        throw response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? PartnerHttp.Refusal($"Twilio refuses the credentials ({status}): check Twilio:AccountSid and Twilio:AuthToken, or the API key.", retryAfter)
            : new PartnerException($"Twilio answered {status}.", isPermanent: false, retryAfter);
    }

    private string AddressOf(string resource)
    {
        var twilio = options.Value;
        var path = resource.StartsWith("/2010-04-01/", StringComparison.Ordinal) ? resource : $"/2010-04-01/Accounts/{twilio.AccountSid}{resource}";
        return twilio.ApiBaseUrl.AbsoluteUri.TrimEnd('/') + path;
    }

    private AuthenticationHeaderValue Credentials()
    {
        var twilio = options.Value;
        if (twilio is not { AccountSid: { } accountSid, AuthToken: { } authToken })
        {
            throw PartnerHttp.Refusal("Twilio:AccountSid and Twilio:AuthToken are not set.", retryAfter: null);
        }

        var credentials = twilio.ApiKeySid is { } key ? $"{key}:{twilio.ApiKeySecret}" : $"{accountSid}:{authToken}";
        return new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
    }
}
