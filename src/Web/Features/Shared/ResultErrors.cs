using MaskedVoicemail.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>Says in the reader's language why something was refused. The feature's texts translate the errors' English sentences.</summary>
public static class ResultErrors
{
    /// <summary>Each error at its field; those of no field above the form (_ValidationSummary).</summary>
    /// <param name="modelState">Where the view finds them.</param>
    /// <param name="result">What was refused.</param>
    /// <param name="text">The feature's texts.</param>
    /// <param name="prefix">The view model's property that holds the form, where the fields are named after it.</param>
    public static void AddErrors(this ModelStateDictionary modelState, Result result, IStringLocalizer text, string? prefix = null)
    {
        ArgumentNullException.ThrowIfNull(modelState);
        ArgumentNullException.ThrowIfNull(result);
        foreach (var error in result.Errors)
        {
            modelState.AddModelError(error.Field is { } field ? ModelNames.CreatePropertyModelName(prefix, field) : "", text.Say(error));
        }
    }

    public static bool IsNotFound(this Result result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Errors.Any(error => error.Kind is ErrorKind.NotFound);
    }

    public static string Say(this IStringLocalizer text, Error error)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(error);
        return text[error.Message, [.. error.Arguments]];
    }
}
