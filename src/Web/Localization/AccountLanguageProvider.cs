using MaskedVoicemail.Web.Security;
using Microsoft.AspNetCore.Localization;

namespace MaskedVoicemail.Web.Localization;

/// <summary>Who is signed in reads their account's language.</summary>
internal sealed class AccountLanguageProvider : RequestCultureProvider
{
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = PortalLanguages.Serving(httpContext.User.FindFirst(PortalClaims.Language)?.Value);
        return language is null ? NullProviderCultureResult : Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(language));
    }
}
