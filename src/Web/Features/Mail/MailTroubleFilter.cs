using MaskedVoicemail.Application.Notifications.ListMailTrouble;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MaskedVoicemail.Web.Features.Mail;

/// <summary>Every page tells its reader which of their addresses get no mail, until that is solved. An error's page asks for nothing: the database may be the error.</summary>
internal sealed class MailTroubleFilter(IMediator mediator) : IAsyncResultFilter
{
    public const string Key = "MailTrouble";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext;
        if (context.Result is ViewResult page
            && request.User.Identity is { IsAuthenticated: true }
            && request.Features.Get<IStatusCodeReExecuteFeature>() is null
            && request.Features.Get<IExceptionHandlerFeature>() is null)
        {
            page.ViewData[Key] = await mediator.Send(new ListMailTroubleQuery(request.User.SubscriberId()), request.RequestAborted);
        }

        await next();
    }
}
