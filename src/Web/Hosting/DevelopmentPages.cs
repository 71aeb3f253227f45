using MaskedVoicemail.Infrastructure.Notifications;
using MaskedVoicemail.Web.Features.Outbox;
using MaskedVoicemail.Web.Features.Simulator;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Web.Hosting;

/// <summary>
/// The pages that stand in for partners on a developer's machine. Where a partner is configured, and in Production always, they do not exist.
/// </summary>
public sealed class DevelopmentPages(IConfiguration configuration, IHostEnvironment environment, IServiceProviderIsService services)
    : IConfigureOptions<MvcOptions>, IApplicationModelConvention
{
    /// <summary>The simulated line.</summary>
    public bool HasSimulator => SimulatedLine.IsOn(configuration, environment);

    /// <summary>The mails that were not sent.</summary>
    public bool HasOutbox => environment.IsDevelopment() && services.IsService(typeof(Outbox));

    public void Configure(MvcOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Conventions.Add(this);
    }

    public void Apply(ApplicationModel application)
    {
        ArgumentNullException.ThrowIfNull(application);
        foreach (var controller in application.Controllers.Where(IsMissing).ToList())
        {
            application.Controllers.Remove(controller);
        }
    }

    private bool IsMissing(ControllerModel controller) =>
        (controller.ControllerType == typeof(SimulatorController) && !HasSimulator)
        || (controller.ControllerType == typeof(OutboxController) && !HasOutbox);
}
