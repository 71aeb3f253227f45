using Microsoft.AspNetCore.Mvc;

namespace MaskedVoicemail.Web.Features.Shared;

public static class StatusMessageExtensions
{
    /// <summary>Shows a sentence on the page that the controller redirects to.</summary>
    public static void ShowStatus(this Controller controller, string text, string? undoUrl = null, params IReadOnlyList<KeyValuePair<string, string>> undoFields)
    {
        ArgumentNullException.ThrowIfNull(controller);
        new StatusMessage(text, UndoUrl: undoUrl, UndoFields: undoFields).Keep(controller.TempData);
    }

    public static void ShowProblem(this Controller controller, string text)
    {
        ArgumentNullException.ThrowIfNull(controller);
        new StatusMessage(text, IsProblem: true).Keep(controller.TempData);
    }
}
