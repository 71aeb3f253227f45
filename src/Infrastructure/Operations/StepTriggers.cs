using MaskedVoicemail.Domain.Operations;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

internal static class StepTriggers
{
    /// <summary>Fires the job of steps once, for this one. Its kind is its execution group, whose limit keeps one kind from taking all places.</summary>
    public static ITrigger At(TriggerKey step, DateTimeOffset dueAt)
    {
        var kind = StepKeys.KindOf(step);
        return TriggerBuilder.Create()
            .WithIdentity(step)
            .ForJob(StepKeys.Job)
            .WithExecutionGroup(kind.ToString())
            .WithPriority(PriorityOf(kind))
            .StartAt(dueAt)
            .Build();
    }

    /// <summary>Of what is due at the same time, the message's audio goes first, then word of it to its owner; tidying up can wait.</summary>
    private static int PriorityOf(StepKind kind) => kind switch
    {
        StepKind.FetchAudio => 9,
        StepKind.NotifyOwner => 7,
        _ => TriggerConstants.DefaultPriority,
    };
}
