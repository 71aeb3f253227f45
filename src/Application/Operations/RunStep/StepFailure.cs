using System.Data.Common;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Operations.RunStep;

/// <summary>Why an attempt failed.</summary>
/// <param name="Reason">For an operator; without personal data.</param>
/// <param name="Cause">Whose trouble it was.</param>
/// <param name="IsPermanent">Whether trying again is of no use.</param>
/// <param name="RetryAfter">How long the partner asked to be left alone.</param>
internal sealed record StepFailure(string Reason, FailureCause Cause, bool IsPermanent = false, TimeSpan? RetryAfter = null)
{
    /// <remarks>Of exceptions that are not ours only the type is kept: their messages may quote data.</remarks>
    public static StepFailure Of(Exception exception) => exception switch
    {
        PartnerException partner => new(
            partner.Message, partner.IsRefusal ? FailureCause.Refusal : FailureCause.Partner, partner.IsPermanent, partner.RetryAfter),
        InvalidAudioException audio => new(audio.Message, FailureCause.Partner),
        RecordingStoreException store => new(store.Message, FailureCause.OwnResources),
        IOException or UnauthorizedAccessException or DbException or TimeoutException or OperationCanceledException =>
            new(exception.GetType().Name, FailureCause.OwnResources),

        // EF Core wraps what the database said.
        { InnerException: DbException { IsTransient: true } inner } => new(inner.GetType().Name, FailureCause.OwnResources),
        DbUpdateException { InnerException: { } inner } => Of(inner),
        _ => new(exception.GetType().Name, FailureCause.Defect),
    };
}
