using System.Net;
using MaskedVoicemail.Infrastructure.Twilio;
using Twilio.Http;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Twilio;

/// <summary>
/// Sends what the SDK asks for on our own connection: to <c>Twilio:ApiBaseUrl</c>, past the partner's circuit, within a time limit and until it is
/// cancelled, none of which the SDK knows. For one use.
/// </summary>
internal sealed class SdkHttpClient(TwilioRestClient twilio, CancellationToken cancellationToken) : global::Twilio.Http.HttpClient
{
    public override Response MakeRequest(Request request) => throw new NotSupportedException("Ask asynchronously.");

    public override async Task<Response> MakeRequestAsync(Request request)
    {
        using var deadline = twilio.Deadline();
        using var form = request.PostParams.Count > 0 ? new FormUrlEncodedContent(request.PostParams) : null;
        using var response = await twilio.SendAsync(
            new System.Net.Http.HttpMethod(request.Method.ToString()), request.ConstructUrl().PathAndQuery, deadline.Token, cancellationToken, form);
        if (response.StatusCode is not HttpStatusCode.NotFound)
        {
            twilio.RequireSuccess(response);
        }

        return new Response(response.StatusCode, await TwilioRestClient.ReadAsync(response.Content.ReadAsStringAsync, deadline.Token, cancellationToken), response.Headers);
    }
}
