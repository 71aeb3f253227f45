using Hangfire;
using MaskedVoicemail.Infrastructure.Operations;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Hangfire;

/// <summary>Runs a recurring job by its name, once at a time in the whole cluster.</summary>
internal sealed class HangfireRecurringJob(IServiceProvider services)
{
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    [DisableConcurrentExecution("recurring:{0}", 1)]
    public Task RunAsync(string name, CancellationToken cancellationToken)
    {
        var schedule = RecurringSchedule.All.Single(schedule => schedule.Name == name);
        return ((Operations.RecurringJob)ActivatorUtilities.CreateInstance(services, schedule.Job)).RunAsync(cancellationToken);
    }
}
