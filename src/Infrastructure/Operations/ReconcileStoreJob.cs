using MaskedVoicemail.Application.Voicemails.ReconcileStore;
using MediatR;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Compares the stored files with the messages, once a day.</summary>
internal sealed class ReconcileStoreJob(IMediator mediator) : RecurringJob
{
    public override Task RunAsync(CancellationToken cancellationToken) =>
        mediator.Send(new ReconcileStoreCommand(), cancellationToken);
}
