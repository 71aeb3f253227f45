using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Application.Calls.SettleDial;

internal sealed class SettleDialCommandHandler(
    IAppDbContext db, IOptions<TranscriptionOptions> transcription)
    : IRequestHandler<SettleDialCommand, CallInstructions>
{
    public async Task<CallInstructions> Handle(SettleDialCommand request, CancellationToken cancellationToken)
    {
        var result = request.Result;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // The first report wins; the update also locks the row until its consequences are committed.
        var isFirst = await db.Calls
            .Where(call => call.Sid == request.CallSid && call.Route == CallRoute.Forward && call.DialStatus == null)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(call => call.DialStatus, result.Status)
                    .SetProperty(call => call.TalkSeconds, result.WasAnswered ? result.DurationSeconds : null)
                    .SetProperty(call => call.Outcome, result.WasAnswered ? CallOutcome.Answered : CallOutcome.Missed),
                cancellationToken) == 1;

        var known = await db.Calls.AsNoTracking()
            .Where(call => call.Sid == request.CallSid)
            .Join(db.MaskedNumbers, call => call.NumberId, number => number.Id, (call, number) => new { Call = call, number.Forwarding })
            .SingleOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            return CallInstructions.HangUp.Instance;
        }

        if (isFirst)
        {
            await SettleUnitAsync(known.Call, result.WasAnswered, cancellationToken);
        }

        if (known.Call.Outcome is CallOutcome.Answered || result.IsCallerGone)
        {
            await transaction.CommitAsync(cancellationToken);
            return CallInstructions.HangUp.Instance;
        }

        await ExpectVoicemailAsync(known.Call, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return transcription.Value.AskForMessage(known.Forwarding);
    }

    /// <summary>A call that was put through keeps its unit, any other gives it back; the end of the call may have been reported before.</summary>
    private async Task SettleUnitAsync(Call call, bool answered, CancellationToken cancellationToken)
    {
        var settled = answered ? QuotaUnit.Charged : QuotaUnit.Returned;
        if (call.ForwardingUnit == settled)
        {
            return;
        }

        await db.Calls.Where(row => row.Id == call.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ForwardingUnit, settled), cancellationToken);
        var difference = (call.ForwardingUnit, settled) switch
        {
            (QuotaUnit.Reserved, QuotaUnit.Returned) => -1,
            (QuotaUnit.Returned, QuotaUnit.Charged) => 1,
            _ => 0,
        };
        if (difference != 0)
        {
            await db.AddForwardingUnitsAsync(call, difference, cancellationToken);
        }
    }

    private async Task ExpectVoicemailAsync(Call call, CancellationToken cancellationToken)
    {
        var id = VoicemailId.Of(call.Id);
        if (!await db.Voicemails.AnyAsync(voicemail => voicemail.Id == id, cancellationToken))
        {
            db.Voicemails.Add(Voicemail.Expect(call));
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
