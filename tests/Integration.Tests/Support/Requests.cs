using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Integration.Tests.Support;

internal static class Requests
{
    /// <summary>Does a use case as a page would: in a scope of its own, validators included.</summary>
    public static async Task<T> SendAsync<T>(this VoicemailService service, IRequest<T> request)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, TestContext.Current.CancellationToken);
    }
}
