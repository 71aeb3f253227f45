using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.RecordTranscription;

/// <summary>What happens when a message's text has come, or word that there will be none, from whomever.</summary>
internal static class TextArrival
{
    /// <summary>Writes it down and hastens what waited for it. The caller holds the message's row and commits.</summary>
    /// <returns>Whether a step is due sooner than it was.</returns>
    public static async Task<bool> RecordTextAsync(
        this IAppDbContext db, Voicemail voicemail, string? text, DateTimeOffset now, CancellationToken cancellationToken)
    {
        voicemail.Transcribe(text);
        await db.SaveChangesAsync(cancellationToken);

        // The e-mail waited for this, and so did Twilio's copy where Twilio wrote the text. One that is being retried has not waited.
        return await db.BackgroundSteps
            .Where(step => step.VoicemailId == voicemail.Id
                && (step.Kind == StepKind.NotifyOwner || step.Kind == StepKind.ReleaseOriginal)
                && step.State == StepState.Due
                && step.Attempts == 0
                && step.DueAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(step => step.DueAt, now), cancellationToken) > 0;
    }
}
