using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Operations;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Operations.ListFailedSteps;

internal sealed class ListFailedStepsQueryHandler(IAppDbContext db) : IRequestHandler<ListFailedStepsQuery, FailedStepsPage>
{
    public async Task<FailedStepsPage> Handle(ListFailedStepsQuery request, CancellationToken cancellationToken)
    {
        var failed = db.BackgroundSteps.AsNoTracking().Where(step => step.State == StepState.Failed);
        var total = await failed.CountAsync(cancellationToken);
        var page = Math.Clamp(request.Page, 1, int.MaxValue / ListFailedStepsQuery.PageSize);
        var items = await (
            from step in failed
            join voicemail in db.Voicemails on step.VoicemailId equals voicemail.Id
            join number in db.MaskedNumbers on voicemail.NumberId equals number.Id
            orderby step.FinishedAt descending, step.VoicemailId, step.Kind
            select new FailedStepItem(
                voicemail.Id, step.Kind, number.Number, voicemail.ReceivedAt, step.FinishedAt, step.Attempts, step.LastError))
            .Skip((page - 1) * ListFailedStepsQuery.PageSize)
            .Take(ListFailedStepsQuery.PageSize)
            .ToListAsync(cancellationToken);
        return new FailedStepsPage(items, page, total);
    }
}
