namespace MaskedVoicemail.Scaling;

/// <summary>What is still to happen, in the order of time. What is due at the same time happens in the order in which it was entered.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (double Time, long Order)> _events = new();
    private long _entered;

    /// <summary>In microseconds since the beginning.</summary>
    public double Now { get; private set; }

    public void In(double microseconds, Action happening) => _events.Enqueue(happening, (Now + microseconds, _entered++));

    /// <summary>Until nothing is left to happen.</summary>
    public void Run()
    {
        while (_events.TryDequeue(out var happening, out var due))
        {
            Now = due.Time;
            happening();
        }
    }
}
