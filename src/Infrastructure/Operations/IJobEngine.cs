using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>
/// The job engine: calls for <see cref="Application.Operations.RunStep.RunStepCommand"/> at a step's time, durably, on any one node. Its store is in
/// the application's own database.
/// </summary>
internal interface IJobEngine
{
    /// <summary>
    /// Starts it if it is not running yet. Fails while there is no database, or none with the tables. Once it runs, it goes on within seconds of the
    /// database's return.
    /// </summary>
    Task EnsureStartedAsync(CancellationToken cancellationToken);

    /// <summary>Creates its tables where they are missing.</summary>
    Task ProvisionAsync(CancellationToken cancellationToken);

    /// <summary>Schedules a step, at an earlier time where it is scheduled already; one that is running is left alone.</summary>
    /// <returns>Whether it is scheduled now. False where it is running, or was when its node was lost.</returns>
    Task<bool> ScheduleAsync(VoicemailId voicemail, StepKind kind, DateTimeOffset dueAt, CancellationToken cancellationToken);

    /// <summary>Takes on nothing more, interrupts what is under way, which stays due, and waits for its end.</summary>
    Task StopAsync();
}
