using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

internal static class StepTriggers
{
    /// <summary>Fires a step's job once. Its kind is its execution group, whose limit keeps one kind from taking all places.</summary>
    public static ITrigger At(JobKey step, DateTimeOffset dueAt) => TriggerBuilder.Create()
        .WithIdentity(StepKeys.TriggerKeyOf(step))
        .ForJob(step)
        .WithExecutionGroup(StepKeys.KindOf(step).ToString())
        .StartAt(dueAt)
        .Build();
}
