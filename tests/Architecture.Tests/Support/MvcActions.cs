using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Architecture.Tests.Support;

/// <summary>The actions as MVC itself finds them, with the routes and attributes of action, controller and base class put together.</summary>
internal static class MvcActions
{
    public static IReadOnlyList<ControllerActionDescriptor> All { get; } = Find();

    public static string Name(ControllerActionDescriptor action) =>
        $"{action.ControllerTypeInfo.FullName}.{action.MethodInfo.Name} ({Route(action)})";

    public static string Route(ControllerActionDescriptor action) => action.AttributeRouteInfo?.Template ?? "by convention";

    public static bool IsBelow(ControllerActionDescriptor action, string root) =>
        (Route(action) + "/").StartsWith(root + "/", StringComparison.OrdinalIgnoreCase);

    public static bool IsAnonymous(ControllerActionDescriptor action) => action.EndpointMetadata.OfType<IAllowAnonymous>().Any();

    public static IEnumerable<IAuthorizeData> Demands(ControllerActionDescriptor action) => action.EndpointMetadata.OfType<IAuthorizeData>();

    private static List<ControllerActionDescriptor> Find()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddControllers().AddApplicationPart(Layers.Web);
        using var provider = services.BuildServiceProvider();
        return [.. provider.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>()];
    }
}
