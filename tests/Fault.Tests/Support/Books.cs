using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Fault.Tests.Support;

/// <summary>All that the program has written down, read at one time.</summary>
public sealed record Books(
    IReadOnlyList<Call> Calls,
    IReadOnlyList<Voicemail> Voicemails,
    IReadOnlyList<BackgroundStep> Steps,
    IReadOnlyList<Notification> Notifications,
    IReadOnlyList<Subscription> Subscriptions)
{
    public static async Task<Books> ReadAsync(AppDbContext db) => new(
        await db.Calls.AsNoTracking().ToListAsync(),
        await db.Voicemails.AsNoTracking().ToListAsync(),
        await db.BackgroundSteps.AsNoTracking().ToListAsync(),
        await db.Notifications.AsNoTracking().ToListAsync(),
        await db.Subscriptions.AsNoTracking().ToListAsync());

    /// <summary>Whether nothing is left to do but to wait for texts that Twilio has still to write.</summary>
    public static async Task<int> CountOpenAsync(AppDbContext db) =>
        await db.BackgroundSteps.CountAsync(step => step.State == StepState.Due
            && !(step.Kind == StepKind.ReleaseOriginal && step.Attempts == 0
                && db.Voicemails.Any(voicemail => voicemail.Id == step.VoicemailId && voicemail.Transcription == TranscriptionStatus.Pending)))
        + await db.Voicemails.CountAsync(voicemail => voicemail.Status == VoicemailStatus.Recorded)
        + await db.Notifications.CountAsync(notification => notification.Status == NotificationStatus.Pending);

    /// <summary>The same, for people.</summary>
    public static async Task<IReadOnlyList<string>> ListOpenAsync(AppDbContext db)
    {
        var steps = await db.BackgroundSteps.AsNoTracking().Where(step => step.State == StepState.Due).ToListAsync();
        var voicemails = await db.Voicemails.AsNoTracking().Where(voicemail => voicemail.Status == VoicemailStatus.Recorded).ToListAsync();
        return
        [
            .. steps.Select(step => FormattableString.Invariant($"{step.Kind} of {step.VoicemailId} is due at {step.DueAt:HH:mm:ss} after {step.Attempts} attempts: {step.LastError}")),
            .. voicemails.Select(voicemail => $"{voicemail.RecordingSid} is not stored"),
        ];
    }
}
