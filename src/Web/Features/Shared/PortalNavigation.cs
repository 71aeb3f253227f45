using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Hosting;
using MaskedVoicemail.Web.Localization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>The places one can go to from every page, for whoever is signed in.</summary>
public sealed class PortalNavigation(IHttpContextAccessor accessor, DevelopmentPages development, IStringLocalizer<SharedText> text)
{
    public const string Inbox = "/voicemails";

    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("There is no page outside a request.");

    public IReadOnlyList<NavigationLink> Main =>
    [
        Link(Inbox, "voicemail", text["Voicemails"]),
        Link("/calls", "calls", text["Calls"]),
        Link("/settings", "settings", text["Settings"]),
        Link("/usage", "usage", text["Usage"]),
    ];

    public IReadOnlyList<NavigationLink> Administration => !Context.User.IsInRole(ApplicationRole.Administrator) ? [] :
    [
        Link("/admin", "admin", text["Overview"], exact: true),
        Link("/admin/numbers", "numbers", text["Numbers"]),
        Link("/admin/quotas", "plans", text["Plans and quotas"]),
        Link("/admin/users", "people", text["Accounts"]),
        Link("/admin/mail", "mail", text["Mail"]),
        Link("/admin/steps", "jobs", text["Background steps"]),
    ];

    public IReadOnlyList<NavigationLink> Development =>
    [
        .. development.HasSimulator ? [Link("/simulator", "simulator", text["Simulated line"])] : Array.Empty<NavigationLink>(),
        .. development.HasOutbox ? [Link("/outbox", "outbox", text["Outbox"])] : Array.Empty<NavigationLink>(),
    ];

    /// <summary>Where to come back to after a change that can be made on every page; an error page is no place to come back to.</summary>
    public string ReturnUrl => Context.Features.Get<IStatusCodeReExecuteFeature>() is null ? Context.Request.Path + Context.Request.QueryString : "/";

    private NavigationLink Link(string url, string icon, string name, bool exact = false) =>
        new(url, icon, name, exact ? Context.Request.Path.Equals(url, StringComparison.OrdinalIgnoreCase) : Context.Request.Path.StartsWithSegments(url, StringComparison.OrdinalIgnoreCase));
}
