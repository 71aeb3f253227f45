using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Webhooks.Twiml;

/// <summary>Answers with a TwiML document: status 200, <c>text/xml</c>, no byte order mark.</summary>
internal sealed class TwimlResult(TwimlDocument document) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var body = document.ToUtf8();
        var response = context.HttpContext.Response;
        response.ContentType = "text/xml; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.HttpContext.RequestAborted);
    }
}
