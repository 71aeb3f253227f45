using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Operations.GetQueue;

internal sealed class GetQueueQueryHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<GetQueueQuery, QueueState>
{
    public async Task<QueueState> Handle(GetQueueQuery request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.BackgroundSteps.Where(step => step.State == StepState.Due && step.DueAt <= now)
            .GroupBy(step => step.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count(), Oldest = group.Min(step => step.DueAt) })
            .ToDictionaryAsync(group => group.Kind, cancellationToken);
        var failed = await db.BackgroundSteps.Where(step => step.State == StepState.Failed)
            .GroupBy(step => step.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Kind, group => group.Count, cancellationToken);
        var oldestExpected = await db.Voicemails.Where(voicemail => voicemail.Status == VoicemailStatus.Expected)
            .OrderBy(voicemail => voicemail.ReceivedAt)
            .Select(voicemail => (DateTimeOffset?)voicemail.ReceivedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return new QueueState(
            [
                .. Enum.GetValues<StepKind>().Select(kind => due.TryGetValue(kind, out var waiting)
                    ? new QueuedKind(kind, waiting.Count, (now - waiting.Oldest).TotalSeconds, failed.GetValueOrDefault(kind))
                    : new QueuedKind(kind, 0, 0, failed.GetValueOrDefault(kind))),
            ],
            oldestExpected is { } since ? (now - since).TotalSeconds : 0);
    }
}
