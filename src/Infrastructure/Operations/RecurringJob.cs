using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Work that is done at fixed times on any one node, whichever engine calls for it.</summary>
internal abstract class RecurringJob : IJob
{
    public abstract Task RunAsync(CancellationToken cancellationToken);

    ValueTask IJob.Execute(IJobExecutionContext context, CancellationToken cancellationToken) => new(RunAsync(cancellationToken));
}
