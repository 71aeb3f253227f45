using System.Runtime.CompilerServices;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What happened in a call, in order. Can be read while the call runs.</summary>
public sealed class CallTimeline
{
    private readonly Lock _lock = new();
    private readonly List<TimelineEntry> _entries = [];
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>A snapshot.</summary>
    public IReadOnlyList<TimelineEntry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Grows with each entry.</summary>
    public int Version
    {
        get
        {
            lock (_lock)
            {
                return _entries.Count;
            }
        }
    }

    /// <summary>Whether the call is over. Callbacks that were held back may still follow.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>All entries from the first, as they come, until the call is over.</summary>
    public async IAsyncEnumerable<TimelineEntry> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var next = 0;
        while (true)
        {
            TimelineEntry[] news;
            Task changed;
            bool complete;
            lock (_lock)
            {
                news = [.. _entries.Skip(next)];
                changed = _changed.Task;
                complete = IsComplete;
            }

            foreach (var entry in news)
            {
                yield return entry;
            }

            next += news.Length;
            if (complete)
            {
                yield break;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public override string ToString() => string.Join(Environment.NewLine, Entries);

    internal void Add(Func<int, TimelineEntry> entry) => Change(() => _entries.Add(entry(_entries.Count)));

    internal void Complete() => Change(() => IsComplete = true);

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_lock)
        {
            change();
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
