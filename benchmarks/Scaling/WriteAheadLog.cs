namespace MaskedVoicemail.Scaling;

/// <summary>
/// PostgreSQL's log. One write to disk is under way at a time, and the next one takes along every commit that waits by then: commits that come
/// together share a write, without a setting (<c>XLogFlush</c>; <c>commit_delay</c> is zero).
/// </summary>
internal sealed class WriteAheadLog(Agenda agenda, Costs costs, Draws draws)
{
    private List<Action> _waiting = [];
    private double _bytes;
    private bool _isWriting;

    /// <summary>How long it has been writing, in microseconds.</summary>
    public double Spent { get; private set; }

    public int Writes { get; private set; }

    public int Commits { get; private set; }

    public void Commit(double bytes, Action durable)
    {
        _waiting.Add(durable);
        _bytes += bytes;
        Commits++;
        if (!_isWriting)
        {
            Write();
        }
    }

    private void Write()
    {
        var written = _waiting;
        var time = draws.LongTailed(costs.FlushMedian, costs.Flush99) + (_bytes / costs.LogSpeed);
        _waiting = [];
        _bytes = 0;
        _isWriting = true;
        agenda.In(time, () =>
        {
            Spent += time;
            Writes++;
            written.ForEach(durable => durable());
            if (_waiting.Count > 0)
            {
                Write();
            }
            else
            {
                _isWriting = false;
            }
        });
    }
}
