using MaskedVoicemail.Architecture.Tests.Support;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace MaskedVoicemail.Architecture.Tests;

public sealed class WebTests
{
    private const string Webhooks = "MaskedVoicemail.Web.Webhooks";

    [Fact]
    public void Webhook_controllers_answer_below_webhook_and_nobody_else_does()
    {
        var violations = MvcActions.All
            .Where(action => MvcActions.IsBelow(action, "webhook") != IsWebhook(action))
            .Select(MvcActions.Name);

        Violations.MustBeNone(violations, "/webhook/ belongs to the partners, everything else to people:");
    }

    [Fact]
    public void Only_webhooks_controllers_have_no_views()
    {
        var violations = MvcActions.All
            .Where(action => IsWebhook(action) == action.ControllerTypeInfo.IsAssignableTo(typeof(Controller)))
            .Select(MvcActions.Name);

        Violations.MustBeNone(violations, "A Controller passes the filters of pages, antiforgery among them; a ControllerBase does not, and must be a signed webhook:");
    }

    [Fact]
    public void No_webhook_has_MVC_bind_its_parameters()
    {
        var violations = MvcActions.All.Where(action => IsWebhook(action) && action.Parameters.Count > 0).Select(MvcActions.Name);

        Violations.MustBeNone(violations, "Even for a CancellationToken, form, query and route are read again; use Parameters and Abandoned:");
    }

    [Fact]
    public void The_administrators_pages_name_a_policy()
    {
        var open = MvcActions.All
            .Where(action => MvcActions.IsBelow(action, "admin"))
            .Where(action => MvcActions.IsAnonymous(action) || !MvcActions.Demands(action).Any(demand => demand.Policy is not null || demand.Roles is not null))
            .Select(MvcActions.Name);

        Violations.MustBeNone(open, "Being signed in is not enough for these:");
    }

    [Fact]
    public void Every_action_says_who_may_reach_it()
    {
        var silent = MvcActions.All
            .Where(action => !MvcActions.IsAnonymous(action) && !MvcActions.Demands(action).Any())
            .Select(MvcActions.Name);

        Violations.MustBeNone(silent, "Put [Authorize] or [AllowAnonymous] on the controller or the action:");
    }

    private static bool IsWebhook(ControllerActionDescriptor action) =>
        action.ControllerTypeInfo.Namespace is { } name && (name + ".").StartsWith(Webhooks + ".", StringComparison.Ordinal);
}
