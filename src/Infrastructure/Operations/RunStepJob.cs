using MaskedVoicemail.Application.Operations.RunStep;
using MediatR;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Runs one step of one voicemail, and again when it asks for it.</summary>
internal sealed class RunStepJob(IMediator mediator, Crowd crowd) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await crowd.MakeWayAsync(cancellationToken);
        var step = context.Trigger.Key;
        var next = await mediator.Send(new RunStepCommand(StepKeys.VoicemailOf(step), StepKeys.KindOf(step)), cancellationToken);
        if (next is { } dueAt)
        {
            await context.Scheduler.ScheduleTrigger(StepTriggers.At(step, dueAt), TriggerConflict.Replace, cancellationToken);
        }
    }
}
