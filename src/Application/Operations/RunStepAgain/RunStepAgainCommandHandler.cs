using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Operations.RunStepAgain;

internal sealed class RunStepAgainCommandHandler(IAppDbContext db, DueStepSignal dueSteps, TimeProvider clock)
    : IRequestHandler<RunStepAgainCommand, Result>
{
    public async Task<Result> Handle(RunStepAgainCommand request, CancellationToken cancellationToken)
    {
        var step = await db.BackgroundSteps
            .SingleOrDefaultAsync(row => row.VoicemailId == request.VoicemailId && row.Kind == request.Kind, cancellationToken);
        if (step is null)
        {
            return StepErrors.NotFound;
        }

        if (step.State is not StepState.Failed)
        {
            return StepErrors.NotFailed;
        }

        step.RunAgain(clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return StepErrors.NotFailed;
        }

        dueSteps.Raise();
        return Result.Success;
    }
}
