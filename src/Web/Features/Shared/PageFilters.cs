using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>
/// What every page passes (antiforgery, news, what is kept for the next page), webhooks do not: they are no <see cref="Controller"/> and have no views.
/// </summary>
internal sealed class PageFilters : IApplicationModelConvention
{
    public void Apply(ApplicationModel application)
    {
        foreach (var controller in application.Controllers.Where(controller => controller.ControllerType.IsAssignableTo(typeof(Controller))))
        {
            // Before a controller's own, as they are where they belong to all.
            for (var index = 0; index < application.Filters.Count; index++)
            {
                controller.Filters.Insert(index, application.Filters[index]);
            }
        }

        application.Filters.Clear();
    }
}
