using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.FetchAudio;

internal static class FollowUpSteps
{
    /// <summary>
    /// Adds a step that is not there yet. One that is there stays as it is: when an administrator has the audio fetched again,
    /// its owner is not written to again. The caller holds the message's row.
    /// </summary>
    public static async Task AddStepOnceAsync(
        this IAppDbContext db, VoicemailId voicemail, StepKind kind, DateTimeOffset dueAt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.BackgroundSteps.AnyAsync(step => step.VoicemailId == voicemail && step.Kind == kind, cancellationToken))
        {
            db.BackgroundSteps.Add(BackgroundStep.Create(voicemail, kind, dueAt < now ? now : dueAt, now));
        }
    }
}
