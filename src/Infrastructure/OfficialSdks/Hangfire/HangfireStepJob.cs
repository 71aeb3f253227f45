using Hangfire;
using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Operations;
using MediatR;

namespace MaskedVoicemail.Infrastructure.OfficialSdks.Hangfire;

/// <summary>Runs one step of one voicemail, and again when it asks for it.</summary>
internal sealed class HangfireStepJob(IMediator mediator, IJobEngine engine, Crowd crowd)
{
    /// <remarks>Hangfire tries nothing again by itself: the step's row says when, and a job that got lost is handed over anew.</remarks>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(Guid voicemail, StepKind kind, DateTimeOffset plannedFor, CancellationToken cancellationToken)
    {
        await crowd.MakeWayAsync(cancellationToken);
        var id = new VoicemailId(voicemail);
        if (await mediator.Send(new RunStepCommand(id, kind, plannedFor), cancellationToken) is { } dueAt)
        {
            await engine.ScheduleAsync(id, kind, dueAt, cancellationToken);
        }
    }
}
