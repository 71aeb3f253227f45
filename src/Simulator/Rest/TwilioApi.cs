using System.Net.Http.Headers;
using System.Text;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MaskedVoicemail.Simulator.Rest;

/// <summary>Stands in for <c>https://api.twilio.com/2010-04-01</c>, as far as this program needs it.</summary>
public static class TwilioApi
{
    public static IEndpointConventionBuilder MapTwilioApi(this IEndpointRouteBuilder endpoints, TwilioSimulator simulator) =>
        endpoints.MapTwilioApi(() => simulator);

    /// <param name="endpoints">Of the program that plays its own partner.</param>
    /// <param name="simulator">Asked for with each request, so that it need not be there before the first one.</param>
    public static IEndpointConventionBuilder MapTwilioApi(this IEndpointRouteBuilder endpoints, Func<TwilioSimulator> simulator) =>
        endpoints.Map("/2010-04-01/Accounts/{accountSid}/{**path}", http => HandleAsync(simulator(), http))
            .WithMetadata(new AllowAnonymousAttribute())
            .WithDisplayName("Twilio stand-in");

    private static async Task HandleAsync(TwilioSimulator simulator, HttpContext http)
    {
        var request = ApiRequest.Of(http);
        if (!IsAuthenticated(simulator.Options, http))
        {
            var refusal = request.Format.Error(StatusCodes.Status401Unauthorized, 20003, "Authenticate");
            refusal.Headers["WWW-Authenticate"] = "Basic realm=\"Twilio API\"";
            await refusal.SendAsync(http);
            return;
        }

        if ((string?)http.Request.RouteValues["accountSid"] != simulator.Options.AccountSid)
        {
            await request.NotFound().SendAsync(http);
            return;
        }

        var isMedia = RecordingsApi.IsMedia(request);
        var fault = (isMedia ? simulator.Faults.Media : simulator.Faults.Api).Next();
        var answer = fault is null || fault.IsCarriedOut || isMedia ? await AnswerAsync(simulator, request) : null;
        if (fault is null)
        {
            await answer!.SendAsync(http);
            return;
        }

        await fault.AnswerAsync(http, new FaultySubject(
            answer?.ContentType ?? "application/json",
            answer?.Content ?? "{}"u8.ToArray(),
            (context, status) => Error(request, status).SendAsync(context)));
    }

    private static async Task<ApiAnswer> AnswerAsync(TwilioSimulator simulator, ApiRequest request) => request.Path switch
    {
        ["Recordings", ..] or ["Calls", _, "Recordings"] or ["Transcriptions", _] => RecordingsApi.Answer(simulator.Account, request),
        ["Calls"] when HttpMethods.IsGet(request.Method) => CallsApi.List(simulator.Account, request),
        ["Calls", var sid] when HttpMethods.IsGet(request.Method) && simulator.Account.TryGetCall(sid, out var call) =>
            request.Format.Answer(StatusCodes.Status200OK, "Call", Resources.Call(simulator.Account, call)),
        ["IncomingPhoneNumbers", ..] => await IncomingPhoneNumbersApi.AnswerAsync(simulator.Account, request),
        ["Messages"] when HttpMethods.IsPost(request.Method) =>
            await MessagesApi.CreateAsync(simulator.Account, simulator.Clock, request),
        _ => request.NotFound(),
    };

    private static ApiAnswer Error(ApiRequest request, int status) => status switch
    {
        StatusCodes.Status401Unauthorized => request.Format.Error(status, 20003, "Authenticate"),
        StatusCodes.Status404NotFound => request.NotFound(),
        StatusCodes.Status429TooManyRequests => request.Format.Error(status, 20429, "Too Many Requests"),
        StatusCodes.Status500InternalServerError => request.Format.Error(status, 20500, "Internal server error"),
        StatusCodes.Status503ServiceUnavailable => request.Format.Error(status, 20503, "Service unavailable"),
        _ => request.Format.Error(status, code: null, "Failed"),
    };

    private static bool IsAuthenticated(TwilioSimulatorOptions options, HttpContext http)
    {
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header)
            || header is not { Scheme: "Basic", Parameter: { } encoded })
        {
            return false;
        }

        var credentials = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, credentials, out var length)
            && Encoding.UTF8.GetString(credentials, 0, length) is var text
            && (text == $"{options.AccountSid}:{options.AuthToken}"
                || (options.ApiKeySid is not null && text == $"{options.ApiKeySid}:{options.ApiKeySecret}"));
    }
}
