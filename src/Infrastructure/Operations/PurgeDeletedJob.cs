using MaskedVoicemail.Application.Voicemails.PurgeDeleted;
using MediatR;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Removes deleted messages for good, once a day.</summary>
internal sealed class PurgeDeletedJob(IMediator mediator) : RecurringJob
{
    public override Task RunAsync(CancellationToken cancellationToken) =>
        mediator.Send(new PurgeDeletedCommand(), cancellationToken);
}
