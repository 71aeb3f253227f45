using MaskedVoicemail.Application.Voicemails.CountNewVoicemails;
using MaskedVoicemail.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>Every page shows in its navigation how many messages are new. An error's page asks for nothing: the database may be the error.</summary>
internal sealed class NewVoicemailsFilter(IMediator mediator) : IAsyncResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var request = context.HttpContext;
        if (context.Result is ViewResult page
            && request.User.Identity is { IsAuthenticated: true }
            && request.Features.Get<IStatusCodeReExecuteFeature>() is null
            && request.Features.Get<IExceptionHandlerFeature>() is null)
        {
            page.ViewData["NewVoicemails"] = await mediator.Send(new CountNewVoicemailsQuery(request.User.SubscriberId()), request.RequestAborted);
        }

        await next();
    }
}
