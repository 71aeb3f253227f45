using MaskedVoicemail.Application.Calls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails.RecordRecording;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Voicemails.CloseExpected;

internal sealed class CloseExpectedCommandHandler(
    IAppDbContext db, IMediator mediator, ITwilioRecordings recordings, ITwilioCalls calls, TimeProvider clock)
    : IRequestHandler<CloseExpectedCommand, Result>
{
    /// <summary>Since the call's beginning, and once more since its end: Twilio reports within seconds, normally.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Twilio lists a call late at times; one that it still does not know after this time never was.</summary>
    private static readonly TimeSpan PatienceWithUnknown = TimeSpan.FromDays(1);

    /// <summary>The oldest ones, at a time; what is left comes with the next run.</summary>
    private const int Most = 2000;

    public async Task<Result> Handle(CloseExpectedCommand request, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Patience;
        var overdue = await db.Voicemails
            .Where(voicemail => voicemail.Status == VoicemailStatus.Expected && voicemail.ReceivedAt < before)
            .OrderBy(voicemail => voicemail.ReceivedAt)
            .Join(db.Calls, voicemail => voicemail.CallId, call => call.Id, (voicemail, call) => new Overdue(voicemail.Id, call.Sid, voicemail.ReceivedAt))
            .Take(Most)
            .ToListAsync(cancellationToken);
        foreach (var expected in overdue)
        {
            await ResolveAsync(expected, cancellationToken);
            db.ChangeTracker.Clear();
        }

        return Result.Success;
    }

    private async Task ResolveAsync(Overdue expected, CancellationToken cancellationToken)
    {
        var found = await recordings.ListOfCallAsync(expected.CallSid, cancellationToken);
        foreach (var recording in found.Where(recording => recording.Report is RecordingReport.Completed))
        {
            await mediator.Send(
                new RecordRecordingCommand(expected.CallSid, recording.Sid, RecordingReport.Completed, recording.DurationSeconds), cancellationToken);
        }

        if (!found.Any(recording => recording.Report is RecordingReport.Completed or null) && await IsOverAsync(expected, cancellationToken))
        {
            await db.Voicemails
                .Where(voicemail => voicemail.Id == expected.Id && voicemail.Status == VoicemailStatus.Expected)
                .ExecuteUpdateAsync(set => set.SetProperty(voicemail => voicemail.Status, VoicemailStatus.Absent), cancellationToken);
        }
    }

    private async Task<bool> IsOverAsync(Overdue expected, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await calls.FindAsync(expected.CallSid, cancellationToken) is { } call
            ? call.IsOver && (call.EndedAt ?? expected.ReceivedAt) < now - Patience
            : expected.ReceivedAt < now - PatienceWithUnknown;
    }

    private sealed record Overdue(VoicemailId Id, string CallSid, DateTimeOffset ReceivedAt);
}
