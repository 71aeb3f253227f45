namespace MaskedVoicemail.Scaling;

/// <summary>Subscriptions' rows, each of which one batch at a time has for itself. Who waits for a row gets it in turn.</summary>
internal sealed class RowLocks(Agenda agenda)
{
    /// <summary>A row that is locked, and who waits for it: nobody has as yet where there is no list.</summary>
    private readonly Dictionary<int, LinkedList<Action>?> _rows = [];

    /// <param name="row">Which.</param>
    /// <param name="patience">How long it is waited for, in microseconds; infinity for as long as it takes.</param>
    /// <param name="taken">Once it is.</param>
    /// <param name="givenUp">Once patience is at its end.</param>
    public void Take(int row, double patience, Action taken, Action givenUp)
    {
        if (_rows.TryAdd(row, null))
        {
            taken();
            return;
        }

        var waiting = _rows[row] ??= new LinkedList<Action>();
        var place = waiting.AddLast(taken);
        if (double.IsFinite(patience))
        {
            agenda.In(patience, () =>
            {
                if (place.List is not null)
                {
                    waiting.Remove(place);
                    givenUp();
                }
            });
        }
    }

    public void Release(int row)
    {
        if (_rows[row] is { First: { } next } waiting)
        {
            waiting.Remove(next);
            next.Value();
        }
        else
        {
            _rows.Remove(row);
        }
    }
}
