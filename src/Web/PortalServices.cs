using System.Text.Encodings.Web;
using System.Text.Unicode;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Web.Features.Account;
using MaskedVoicemail.Web.Features.Calls;
using MaskedVoicemail.Web.Features.Shared;
using MaskedVoicemail.Web.Features.Voicemails;
using MaskedVoicemail.Web.Hosting;
using MaskedVoicemail.Web.Localization;
using MaskedVoicemail.Web.Security;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace MaskedVoicemail.Web;

/// <summary>The pages that people see: MVC by feature, two languages, security headers and cookies.</summary>
public static class PortalServices
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromDays(14);

    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddHttpContextAccessor();
        services.AddSingleton<PortalCookies>();
        services.AddSingleton<Icons>();
        services.AddSingleton<IHttpResponseStreamWriterFactory, PageWriterFactory>();
        services.AddScoped<ViewerTime>();
        services.AddScoped<PortalNavigation>();
        services.AddSingleton<InboxPage>();
        services.AddSingleton<MessagePage>();
        services.AddSingleton<CallLog>();
        services.AddSingleton<CallWords>();
        services.AddAccountPages();
        services.AddSingleton<DevelopmentPages>();
        AddLanguages(services);
        AddPages(services);
        AddCookies(services);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>From the security headers to authorization. Errors that carry no page of their own get one.</summary>
    public static WebApplication UsePortal(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseMiddleware<SecurityHeadersMiddleware>();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error/500");
        }

        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseNotFound();
        // Named here, authentication is not put in front of everything else, webhooks too, by the framework.
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseAuthorization();
        return app;
    }

    public static WebApplication MapPortal(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapStaticAssets().AllowAnonymous();
        app.MapControllers().WithStaticAssets();
        app.MapVoicemailAudio();
        return app;
    }

    private static void AddLanguages(IServiceCollection services)
    {
        // The framework makes one for every view and every service that asks, and works out its resource's name anew; none keeps a reader's language.
        services.AddSingleton(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = PortalLanguages.All.Select(language => language.Culture).ToArray();
            options.SetDefaultCulture(PortalLanguages.English).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            options.RequestCultureProviders = [new AccountLanguageProvider(), new CookieRequestCultureProvider(), new AcceptedLanguageProvider()];
        });
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<IConfigureOptions<MvcOptions>, BindingMessages>();
        services.AddSingleton<IConfigureOptions<MvcOptions>>(provider => provider.GetRequiredService<DevelopmentPages>());
        services
            .AddControllersWithViews(options =>
            {
                options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>();
                options.Filters.Add<PageNewsFilter>();
                options.Conventions.Add(new PageFilters());
                // Validators say what is required, in sentences.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            });
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.ViewLocationFormats.Clear();
            options.ViewLocationFormats.Add("/Features/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Admin/{1}/{0}.cshtml");
            options.ViewLocationFormats.Add("/Features/Shared/{0}.cshtml");
        });
        // Chinese is sent as it is written, not as numeric references.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RouteOptions>(options => options.LowercaseUrls = true);
    }

    private static void AddCookies(IServiceCollection services)
    {
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<PortalCookies>((options, cookies) =>
        {
            cookies.Apply(options.Cookie, "session");
            options.LoginPath = "/account/login";
            options.LogoutPath = "/account/logout";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = SessionLength;
            options.Events.OnSigningIn = context =>
            {
                Sessions.EnsureName(context.Properties);
                return Task.CompletedTask;
            };
            // 403 with a page of its own instead of a redirect.
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        services.AddOptions<AntiforgeryOptions>().Configure<PortalCookies>((options, cookies) =>
        {
            cookies.Apply(options.Cookie, "form");
            // The middleware's header stands for every page, with or without a form.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<PortalCookies>((options, cookies) => cookies.Apply(options.Cookie, "status"));
        services.AddSingleton<CookieTempDataProvider>();
        services.AddSingleton<ITempDataProvider, StatusCookie>();
    }
}
