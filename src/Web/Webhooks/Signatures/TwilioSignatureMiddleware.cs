using System.Diagnostics;
using System.Security.Cryptography;
using MaskedVoicemail.Application.Common;
using Microsoft.AspNetCore.Http.Features;

namespace MaskedVoicemail.Web.Webhooks.Signatures;

/// <summary>
/// Lets nothing under <c>/webhook</c> through that Twilio did not sign for this service's public address: everything else gets 403 and changes nothing.
/// </summary>
internal sealed class TwilioSignatureMiddleware(
    RequestDelegate next, TwilioSignature signature, PublicAddress address, ILogger<TwilioSignatureMiddleware> logger)
{
    private const string Header = "X-Twilio-Signature";

    /// <summary>Twilio's own requests stay under a few kilobytes.</summary>
    private const int MaxBodyBytes = 256 * 1024;

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = MaxBodyBytes;
        }

        var fields = await VerifyAsync(context.Request, context.RequestAborted);
        if (fields is null)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var parameters = new TwilioParameters(fields);
        context.Features.Set(parameters);
        var callSid = parameters.Sid("CallSid", "CA");
        Activity.Current?.SetTag("twilio.call_sid", callSid);
        using (logger.BeginScope("Call {CallSid}", callSid))
        {
            await next(context);
        }
    }

    /// <returns>The request's parameters, or null if it is not Twilio's.</returns>
    private async Task<TwilioField[]?> VerifyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.Headers[Header] is not [{ Length: > 0 } given])
        {
            return null;
        }

        var url = address.UrlOf(Target(request));
        if (TwilioForm.IsIn(request))
        {
            var form = await TwilioForm.ReadAsync(request, cancellationToken);
            if (form is not null && signature.IsValid(url, form, given))
            {
                return form;
            }

            // A newly signed or unsigned parameter would show here; the values are personal.
            logger.LogWarning(
                "Refused a request to {Path}: its signature does not match {Address}. Fields: {Fields}",
                request.Path, address, form is null ? "unreadable" : string.Join(' ', form.Select(field => field.Name.ToString()).Where(IsOrdinaryName)));
            return null;
        }

        if (!signature.IsValid(url, [], given) || !await BodyMatchesAsync(request, cancellationToken))
        {
            logger.LogWarning("Refused a request to {Path}: its signature does not match {Address}", request.Path, address);
            return null;
        }

        return TwilioForm.Of(request.Query);
    }

    /// <summary>A body that is no form is signed by its hash in the URL (<c>bodySHA256</c>, lower-case hexadecimal).</summary>
    private static async Task<bool> BodyMatchesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return true;
        }

        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, cancellationToken));
        return request.Query.TryGetValue("bodySHA256", out var expected) && expected == hash;
    }

    /// <summary>The path and query exactly as they were sent, as far as the server tells.</summary>
    private static string Target(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget is ['/', ..] raw
            ? raw
            : request.PathBase.ToUriComponent() + request.Path.ToUriComponent() + request.QueryString.ToUriComponent();

    private static bool IsOrdinaryName(string name) => name.Length <= 40 && name.All(char.IsAsciiLetterOrDigit);
}
