using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.FetchAudio;

internal static class FetchingAgain
{
    /// <summary>The audio is missing here or damaged: the message goes back to where it was before it was stored.</summary>
    /// <param name="db">The database.</param>
    /// <param name="id">The message.</param>
    /// <param name="stored">The state that it was found in: if it has moved on, nothing is done.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is fetched again; the dispatcher wants to be told then.</returns>
    public static async Task<bool> FetchAgainAsync(
        this IAppDbContext db, VoicemailId id, VoicemailStatus stored, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var reopened = await db.Voicemails
            .Where(row => row.Id == id && row.Status == stored)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, VoicemailStatus.Recorded), cancellationToken);
        if (reopened == 0)
        {
            return false;
        }

        foreach (var kind in new[] { StepKind.FetchAudio, StepKind.ReleaseOriginal })
        {
            var step = await db.BackgroundSteps.SingleOrDefaultAsync(row => row.VoicemailId == id && row.Kind == kind, cancellationToken);
            if (step is null)
            {
                db.BackgroundSteps.Add(BackgroundStep.Create(id, kind, now, now));
            }
            else if (kind is StepKind.FetchAudio || step.State is not StepState.Due)
            {
                step.RunAgain(now);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
