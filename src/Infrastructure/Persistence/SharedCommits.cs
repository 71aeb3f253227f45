using System.Data.Common;
using MaskedVoicemail.Infrastructure.Operations;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>
/// Lets what comes in together share a commit (docs/decisions/0018). A lone item goes at once and waits for nobody; what comes in while a batch is
/// under way is the next one. Nobody waits for a batch to fill.
/// </summary>
/// <param name="keyOf">Two items with the same key are never in the same batch.</param>
/// <param name="decideAsync">
/// Decides each item as if it were alone, in their order, and all or none. Is told whether it may wait for what others hold. Returns once the decisions
/// are committed, in the order of the items.
/// </param>
/// <param name="crowd">Is told how many came in together.</param>
internal sealed class SharedCommits<TItem, TDecision>(
    Func<TItem, string> keyOf, Func<IReadOnlyList<Pending<TItem, TDecision>>, bool, Task<TDecision[]>> decideAsync, Crowd crowd)
{
    private const int MostItems = 128;

    /// <summary>A batch that takes longer waits for something of its own. It goes on, and the next one begins.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(250);

    private readonly Lock _lock = new();
    private readonly LinkedList<Pending<TItem, TDecision>> _waiting = new();
    private bool _isUnderWay;

    public Task<TDecision> DecideAsync(TItem item, DateTimeOffset arrivedAt, CancellationToken cancellationToken)
    {
        var pending = new Pending<TItem, TDecision>(item, arrivedAt, cancellationToken);
        lock (_lock)
        {
            _waiting.AddLast(pending);
            if (_isUnderWay)
            {
                return pending.Decision;
            }

            _isUnderWay = true;
        }

        // At once, on this thread. What is done after that is done for others too: without this item's context.
        using (ExecutionContext.SuppressFlow())
        {
            _ = WorkAsync();
        }

        return pending.Decision;
    }

    private async Task WorkAsync()
    {
        while (Take() is { Count: > 0 } batch)
        {
            try
            {
                await DecideAsync(batch).WaitAsync(LongestHold);
            }
            catch (TimeoutException)
            {
                // Its items are decided all the same.
            }
        }
    }

    private async Task DecideAsync(List<Pending<TItem, TDecision>> batch)
    {
        try
        {
            await CommitAsync(batch, isPatient: false);
        }
        catch (DbException)
        {
            // One of them may be the cause: the others shall not suffer from it. Should it have been committed after all, each is found by its key.
            await Task.WhenAll(batch.Select(DecideAloneAsync));
        }
        catch (Exception exception)
        {
            batch.ForEach(pending => pending.Fail(exception));
        }
    }

    private async Task DecideAloneAsync(Pending<TItem, TDecision> pending)
    {
        try
        {
            await CommitAsync([pending], isPatient: true);
        }
        catch (Exception exception)
        {
            pending.Fail(exception);
        }
    }

    private async Task CommitAsync(List<Pending<TItem, TDecision>> batch, bool isPatient)
    {
        var decisions = await decideAsync(batch, isPatient);
        for (var index = 0; index < decisions.Length; index++)
        {
            batch[index].Decide(decisions[index]);
        }
    }

    /// <returns>Nothing where nobody waits; then the next item begins.</returns>
    private List<Pending<TItem, TDecision>> Take()
    {
        var batch = new List<Pending<TItem, TDecision>>();
        lock (_lock)
        {
            for (var node = _waiting.First; node is not null && batch.Count < MostItems;)
            {
                var next = node.Next;
                var pending = node.Value;
                if (pending.IsGivenUp)
                {
                    _waiting.Remove(node);
                    pending.Abandon();
                }
                else if (!Contains(batch, keyOf(pending.Item)))
                {
                    _waiting.Remove(node);
                    batch.Add(pending);
                }

                node = next;
            }

            _isUnderWay = batch.Count > 0;
        }

        crowd.Notice(batch.Count);
        return batch;
    }

    /// <summary>What comes twice at once is decided the second time from the books.</summary>
    private bool Contains(List<Pending<TItem, TDecision>> batch, string key)
    {
        foreach (var pending in batch)
        {
            if (keyOf(pending.Item) == key)
            {
                return true;
            }
        }

        return false;
    }
}
