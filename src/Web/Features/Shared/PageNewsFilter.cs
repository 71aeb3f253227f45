using MaskedVoicemail.Application.Accounts.GetPageNews;
using MaskedVoicemail.Application.Notifications.ListMailTrouble;
using MaskedVoicemail.Web.Localization;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;

namespace MaskedVoicemail.Web.Features.Shared;

/// <summary>
/// Every page shows in its navigation how many messages are new, and tells its reader which of their addresses get no mail. An error's page asks for
/// nothing: the database may be the error.
/// </summary>
internal sealed class PageNewsFilter(IMediator mediator, IStringLocalizer<SharedText> text) : IAsyncResultFilter
{
    /// <summary>A <see cref="NewCount"/>, or nothing.</summary>
    public const string NewVoicemails = "NewVoicemails";
    public const string MailTrouble = "MailTrouble";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext;
        if (context.Result is ViewResult page
            && request.User.Identity is { IsAuthenticated: true }
            && request.Features.Get<IStatusCodeReExecuteFeature>() is null
            && request.Features.Get<IExceptionHandlerFeature>() is null)
        {
            var reader = request.User.SubscriberId();
            var news = (page.Model as IHasPageNews)?.News ?? await mediator.Send(new GetPageNewsQuery(reader), request.RequestAborted);
            page.ViewData[NewVoicemails] = news.NewVoicemails > 0 ? new NewCount(news.NewVoicemails, text["new"]) : null;
            if (news.HasMailTrouble)
            {
                page.ViewData[MailTrouble] = await mediator.Send(new ListMailTroubleQuery(reader), request.RequestAborted);
            }
        }

        await next();
    }
}
