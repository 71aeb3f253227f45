using Microsoft.AspNetCore.Localization;

namespace MaskedVoicemail.Web.Localization;

/// <summary>The first of the browser's languages that we have, so that zh-TW or plain zh is not answered in English.</summary>
internal sealed class AcceptedLanguageProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => PortalLanguages.Serving(accepted.Value.Value))
            .FirstOrDefault(serving => serving is not null);
        return language is null ? NullProviderCultureResult : Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language));
    }
}
