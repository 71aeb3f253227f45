using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Operations.RunFailedStepsAgain;

internal sealed class RunFailedStepsAgainCommandHandler(IAppDbContext db, DueStepSignal dueSteps, TimeProvider clock)
    : IRequestHandler<RunFailedStepsAgainCommand, Result<int>>
{
    public async Task<Result<int>> Handle(RunFailedStepsAgainCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // BackgroundStep.RunAgain for any number of rows, in one statement.
        var again = await db.BackgroundSteps
            .Where(step => step.State == StepState.Failed)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(step => step.State, StepState.Due)
                    .SetProperty(step => step.DueAt, now)
                    .SetProperty(step => step.Attempts, 0)
                    .SetProperty(step => step.FinishedAt, (DateTimeOffset?)null),
                cancellationToken);
        dueSteps.Raise();
        return again;
    }
}
