using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MaskedVoicemail.Simulator.Faults;
using MaskedVoicemail.Simulator.Rest;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace MaskedVoicemail.Simulator.Mail;

/// <summary>Stands in for <c>https://api.sendgrid.com/v3/mail/send</c> and <c>/v3/suppression</c>.</summary>
public static class SendGridApi
{
    public static IEndpointConventionBuilder MapSendGridApi(this IEndpointRouteBuilder endpoints, TwilioSimulator simulator)
    {
        var api = endpoints.MapGroup("/v3").WithMetadata(new AllowAnonymousAttribute()).DisableAntiforgery().WithDisplayName("SendGrid stand-in");
        api.MapPost("/mail/send", (HttpContext http) => HandleAsync(simulator, http, AnswerAsync));
        api.MapDelete("/suppression/{list}/{address}", (HttpContext http) => HandleAsync(simulator, http, RemoveSuppressionAsync));
        return api;
    }

    private static async Task HandleAsync(
        TwilioSimulator simulator, HttpContext http, Func<TwilioSimulator, HttpContext, Task<ApiAnswer>> answerAsync)
    {
        var fault = simulator.Faults.Mail.Next();
        var answer = fault is null || fault.IsCarriedOut ? await answerAsync(simulator, http) : null;
        if (fault is null)
        {
            await answer!.SendAsync(http);
            return;
        }

        await fault.AnswerAsync(http, new FaultySubject(
            "application/json", "{}"u8.ToArray(), (context, status) => Error(status).SendAsync(context)));
    }

    private static Task<ApiAnswer> RemoveSuppressionAsync(TwilioSimulator simulator, HttpContext http)
    {
        if (!IsAuthorized(simulator, http))
        {
            return Task.FromResult(Error(StatusCodes.Status401Unauthorized));
        }

        var list = (string)http.GetRouteValue("list")!;
        return Task.FromResult(SuppressionLists.IsList(list) && simulator.MailSuppressions.Remove(list, (string)http.GetRouteValue("address")!)
            ? new ApiAnswer(StatusCodes.Status204NoContent)
            : Error(StatusCodes.Status404NotFound));
    }

    private static bool IsAuthorized(TwilioSimulator simulator, HttpContext http) =>
        http.Request.Headers.Authorization == $"Bearer {simulator.Options.SendGridApiKey}";

    private static async Task<ApiAnswer> AnswerAsync(TwilioSimulator simulator, HttpContext http)
    {
        if (!IsAuthorized(simulator, http))
        {
            return Error(StatusCodes.Status401Unauthorized);
        }

        if (!http.Request.HasJsonContentType())
        {
            return Error(StatusCodes.Status415UnsupportedMediaType);
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var json = await reader.ReadToEndAsync(http.RequestAborted);
        JsonObject mail;
        try
        {
            mail = JsonNode.Parse(json) as JsonObject ?? throw new JsonException();
        }
        catch (JsonException)
        {
            return Error(StatusCodes.Status400BadRequest);
        }

        var now = simulator.Clock.GetUtcNow();
        if (new MailValidator(mail, now).Check() is { Count: > 0 } errors)
        {
            return Errors(StatusCodes.Status400BadRequest, errors);
        }

        if (mail["mail_settings"]?["sandbox_mode"]?["enable"]?.GetValueKind() is JsonValueKind.True)
        {
            return new ApiAnswer(StatusCodes.Status200OK);
        }

        var messageId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(11));
        foreach (var sent in MailReader.Read(mail, json, messageId, now))
        {
            simulator.Mail.Add(sent with { DropReason = simulator.MailSuppressions.ReasonToDrop(sent.To[0]) });
        }

        return new ApiAnswer(StatusCodes.Status202Accepted) { Headers = { ["X-Message-Id"] = messageId } };
    }

    private static ApiAnswer Error(int status) => Errors(status, [new MailError(status switch
    {
        StatusCodes.Status400BadRequest => "Bad Request",
        StatusCodes.Status401Unauthorized => "The provided authorization grant is invalid, expired, or revoked",
        StatusCodes.Status403Forbidden => "The from address does not match a verified Sender Identity.",
        StatusCodes.Status404NotFound => "not found",
        StatusCodes.Status413PayloadTooLarge => "Payload too large",
        StatusCodes.Status415UnsupportedMediaType => "Content-Type should be application/json.",
        StatusCodes.Status429TooManyRequests => "too many requests",
        _ => "Internal Server Error",
    }, Field: null)]);

    private static ApiAnswer Errors(int status, IReadOnlyList<MailError> errors) => new(
        status,
        "application/json",
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["errors"] = new JsonArray(
            [
                .. errors.Select(error => new JsonObject { ["message"] = error.Message, ["field"] = error.Field, ["help"] = null }),
            ]),
        }));
}
