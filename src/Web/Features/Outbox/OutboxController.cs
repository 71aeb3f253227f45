using MaskedVoicemail.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using MailOutbox = MaskedVoicemail.Infrastructure.Notifications.Outbox;

namespace MaskedVoicemail.Web.Features.Outbox;

/// <summary>
/// Mails as they would have been sent. Open to everybody, because it exists on a developer's own machine only (<see cref="Hosting.DevelopmentPages"/>):
/// how else would one confirm an address before the first sign-in?
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OutboxController(MailOutbox outbox, IStringLocalizer<OutboxText> text) : Controller
{
    private const int Shown = 100;

    /// <summary>No script, no foreign picture, no form; a click leads out of the frame.</summary>
    private const string MailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation; " +
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    [HttpGet("/outbox")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(await outbox.ListAsync(Shown, cancellationToken));

    [HttpGet("/outbox/{id:guid}")]
    public async Task<IActionResult> Mail(Guid id, string? view, CancellationToken cancellationToken) =>
        await outbox.FindAsync(id, cancellationToken) is { } mail ? View(new MailViewModel(mail, view is "text")) : NotFound();

    /// <summary>The mail's HTML as a document of its own, for the frame of its page.</summary>
    [HttpGet("/outbox/{id:guid}/html")]
    public async Task<IActionResult> Html(Guid id, CancellationToken cancellationToken)
    {
        if (await outbox.FindAsync(id, cancellationToken) is not { } mail)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = MailPolicy;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        return Content(WithLinksLeadingOut(mail.Html), "text/html; charset=utf-8");
    }

    [HttpPost("/outbox/delete-all")]
    public IActionResult DeleteAll()
    {
        outbox.DeleteAll();
        this.ShowStatus(text["The outbox is empty."]);
        return RedirectToAction(nameof(Index));
    }

    /// <summary>Inside the frame no page of ours would show.</summary>
    private static string WithLinksLeadingOut(string html)
    {
        const string Head = "<head>";
        const string Target = """<base target="_top">""";
        var head = html.IndexOf(Head, StringComparison.OrdinalIgnoreCase);
        return head < 0 ? Target + html : html.Insert(head + Head.Length, Target);
    }
}
