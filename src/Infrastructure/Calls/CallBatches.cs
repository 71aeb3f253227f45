using System.Data.Common;
using MaskedVoicemail.Application.Calls;

namespace MaskedVoicemail.Infrastructure.Calls;

/// <summary>
/// Lets calls that come in together share a commit. A lone call goes at once and waits for nobody; what comes in while all the places are taken is
/// the next batch. Nobody waits for a batch to fill.
/// </summary>
/// <param name="decideAsync">Decides each call as if it were alone, in their order, and all or none; each call's SID occurs once.</param>
/// <param name="places">How many batches are under way at most.</param>
internal sealed class CallBatches(Func<IReadOnlyList<PendingCall>, Task> decideAsync, int places)
{
    private const int MostCalls = 64;

    /// <summary>A batch that takes longer waits for something of its own. It goes on, and its place is free.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly LinkedList<PendingCall> _waiting = new();
    private int _taken;

    public Task<CallIntake> DecideAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var pending = new PendingCall(call, now, cancellationToken);
        lock (_lock)
        {
            _waiting.AddLast(pending);
            if (_taken == places)
            {
                return pending.Decision;
            }

            _taken++;
        }

        // Without this call's context: what is done from here on is done for others too.
        ThreadPool.UnsafeQueueUserWorkItem(static batches => _ = batches.WorkAsync(), this, preferLocal: true);
        return pending.Decision;
    }

    private async Task WorkAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            await Task.WhenAny(DecideAsync(batch), Task.Delay(LongestHold));
        }
    }

    private async Task DecideAsync(List<PendingCall> batch)
    {
        try
        {
            await decideAsync(batch);
        }
        catch (DbException) when (batch.Count > 1)
        {
            // One of them may be the cause: the others shall not suffer from it. Should it have been committed after all, each is found by its SID.
            await Task.WhenAll(batch.Select(DecideAloneAsync));
        }
        catch (Exception exception)
        {
            batch.ForEach(call => call.Fail(exception));
        }
    }

    private async Task DecideAloneAsync(PendingCall call)
    {
        try
        {
            await decideAsync([call]);
        }
        catch (Exception exception)
        {
            call.Fail(exception);
        }
    }

    /// <returns>Nothing where nobody waits; then the place is free again.</returns>
    private List<PendingCall> Take()
    {
        var batch = new List<PendingCall>();
        lock (_lock)
        {
            for (var node = _waiting.First; node is not null && batch.Count < MostCalls;)
            {
                var next = node.Next;
                var call = node.Value;
                if (call.IsGivenUp)
                {
                    _waiting.Remove(node);
                    call.Abandon();
                }
                else if (!Contains(batch, call.Call.Sid))
                {
                    _waiting.Remove(node);
                    batch.Add(call);
                }

                node = next;
            }

            if (batch.Count == 0)
            {
                _taken--;
            }
        }

        return batch;
    }

    /// <summary>A call that Twilio asks for twice at once is answered the second time from the books.</summary>
    private static bool Contains(List<PendingCall> batch, string sid)
    {
        foreach (var call in batch)
        {
            if (call.Call.Sid == sid)
            {
                return true;
            }
        }

        return false;
    }
}
