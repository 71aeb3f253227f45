using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Quartz.Extensibility;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Builds each run's job in a scope of the application's own container: the scheduler lives in a container of its own.</summary>
internal sealed class ScopedJobFactory(IServiceScopeFactory scopes) : IJobFactory
{
    public ValueTask<JobScope> CreateJob(TriggerFiredBundle bundle, IScheduler scheduler, CancellationToken cancellationToken = default)
    {
        var scope = scopes.CreateAsyncScope();
        try
        {
            var job = (IJob)ActivatorUtilities.CreateInstance(scope.ServiceProvider, bundle.JobDetail.JobType.Type);
            return new ValueTask<JobScope>(new JobScope(job, scope));
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }

    public ValueTask ReturnJob(JobScope scope, CancellationToken cancellationToken = default) => ((AsyncServiceScope)scope.State!).DisposeAsync();
}
