using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Operations;

/// <summary>The job engine: runs <see cref="RunStep.RunStepCommand"/> for a step at its time, durably, on any one node.</summary>
public interface IStepEngine
{
    /// <summary>Schedules a step, or moves it if it is scheduled already; one that is running is left alone.</summary>
    Task ScheduleAsync(VoicemailId voicemail, StepKind kind, DateTimeOffset dueAt, CancellationToken cancellationToken);
}
