using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Calls.ListCalls;

internal sealed class ListCallsQueryHandler(IAppDbContext db) : IRequestHandler<ListCallsQuery, CallList>
{
    public async Task<CallList> Handle(ListCallsQuery request, CancellationToken cancellationToken)
    {
        var calls = db.Calls.AsNoTracking().Where(call => call.OwnerId == request.Owner);
        if (request.Outcome is { } outcome)
        {
            calls = calls.Where(call => call.Outcome == outcome);
        }

        var page = await InOrderOf(calls, request.Turn)
            .Select(call => new CallItem
            {
                Id = call.Id,
                Caller = call.Caller,
                CallerName = call.CallerName,
                Number = db.MaskedNumbers.Where(number => number.Id == call.NumberId).Select(number => (PhoneNumber?)number.Number).FirstOrDefault(),
                StartedAt = call.StartedAt,
                Route = call.Route,
                Outcome = call.Outcome,
                DialStatus = call.DialStatus,
                TalkSeconds = call.TalkSeconds,
                EndedAt = call.EndedAt,
            })
            .ToPageAsync(request.Turn, call => new PagePosition(call.StartedAt, call.Id.Value), cancellationToken);
        var messages = await ReadMessagesAsync(request.Owner, page.Items.Select(call => call.Id).ToList(), cancellationToken);
        return new CallList(
            page with { Items = page.Items.Select(call => call with { Message = messages.GetValueOrDefault(call.Id) }).ToList() },
            await db.MaskedNumbers.AnyAsync(number => number.OwnerId == request.Owner && number.ReleasedAt == null, cancellationToken));
    }

    /// <summary>For each call its message; the first, should there be more than one.</summary>
    private async Task<Dictionary<CallId, CallMessage>> ReadMessagesAsync(SubscriberId owner, List<CallId> calls, CancellationToken cancellationToken)
    {
        var messages = await db.Voicemails.AsNoTracking()
            .Where(voicemail => voicemail.OwnerId == owner && calls.Contains(voicemail.CallId))
            .Select(voicemail => new CallMessage(voicemail.CallId, voicemail.Id, voicemail.Status, voicemail.DurationSeconds))
            .ToListAsync(cancellationToken);
        return messages.GroupBy(message => message.CallId).ToDictionary(group => group.Key, group => group.MinBy(message => message.Id)!);
    }

    private static IQueryable<Call> InOrderOf(IQueryable<Call> calls, PageTurn? turn)
    {
        if (turn is null)
        {
            return calls.OrderByDescending(call => call.StartedAt).ThenByDescending(call => call.Id);
        }

        var at = turn.From.At;
        var id = new CallId(turn.From.Id);

        // The first condition says nothing new, but gives the index a range to begin with.
        return turn.IsToNewer
            ? calls
                .Where(call => call.StartedAt >= at && (call.StartedAt > at || call.Id > id))
                .OrderBy(call => call.StartedAt).ThenBy(call => call.Id)
            : calls
                .Where(call => call.StartedAt <= at && (call.StartedAt < at || call.Id < id))
                .OrderByDescending(call => call.StartedAt).ThenByDescending(call => call.Id);
    }
}
