using System.Runtime.CompilerServices;
using MaskedVoicemail.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>Finds what the program made of a simulated call, whoever it belongs to: it is registered for the simulated line alone.</summary>
public sealed class CallResults(IAppDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    public async Task<CallResult> OfAsync(SimulatedCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        var row = await db.Calls.AsNoTracking().SingleOrDefaultAsync(row => row.Sid == call.Sid, cancellationToken);
        if (row is null)
        {
            return CallResult.None;
        }

        var owner = await db.Subscribers.AsNoTracking().SingleOrDefaultAsync(owner => owner.Id == row.OwnerId, cancellationToken);
        var voicemail = await db.Voicemails.AsNoTracking().FirstOrDefaultAsync(voicemail => voicemail.CallId == row.Id, cancellationToken);
        var mail = voicemail is null
            ? null
            : await db.Notifications.AsNoTracking().FirstOrDefaultAsync(mail => mail.VoicemailId == voicemail.Id, cancellationToken);
        return new CallResult(
            row.OwnerId, owner?.Email, row.Outcome, voicemail?.Id, voicemail?.Status, call.WasRecorded, mail?.Recipient, mail?.Status, mail?.ProviderMessageId);
    }

    /// <summary>Each change from the end of the call on, until the message is stored and its mail is sent.</summary>
    public async IAsyncEnumerable<CallResult> FollowAsync(SimulatedCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var until = clock.GetUtcNow() + Longest;
        CallResult? last = null;
        while (last is not { IsFinal: true } && clock.GetUtcNow() < until)
        {
            var result = await OfAsync(call, cancellationToken);
            if (result != last)
            {
                yield return result;
                last = result;
            }

            await Task.Delay(Interval, clock, cancellationToken);
        }
    }
}
