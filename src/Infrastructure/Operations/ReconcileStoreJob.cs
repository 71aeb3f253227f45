using MaskedVoicemail.Application.Voicemails.ReconcileStore;
using MediatR;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Compares the stored files with the messages, once a day.</summary>
internal sealed class ReconcileStoreJob(IMediator mediator) : IJob
{
    public static readonly JobKey Key = new("reconcile-store");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await mediator.Send(new ReconcileStoreCommand(), cancellationToken);
}
