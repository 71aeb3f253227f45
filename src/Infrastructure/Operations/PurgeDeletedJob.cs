using MaskedVoicemail.Application.Voicemails.PurgeDeleted;
using MediatR;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Removes deleted messages for good, once a day.</summary>
internal sealed class PurgeDeletedJob(IMediator mediator) : IJob
{
    public static readonly JobKey Key = new("purge-deleted-voicemails");

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await mediator.Send(new PurgeDeletedCommand(), cancellationToken);
}
