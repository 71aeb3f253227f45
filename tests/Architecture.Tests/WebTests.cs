using MaskedVoicemail.Architecture.Tests.Support;
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
