namespace MaskedVoicemail.Scaling;

/// <summary>Some processors and one queue: what comes first is begun first, and runs until it is done.</summary>
internal sealed class Processors(Agenda agenda, int count)
{
    private readonly Queue<(double Cost, Action Then)> _waiting = new();
    private int _busy;

    public int Count => count;

    /// <summary>Processor time of what is done, in microseconds.</summary>
    public double Spent { get; private set; }

    public void Run(double cost, Action then)
    {
        if (_busy == count)
        {
            _waiting.Enqueue((cost, then));
            return;
        }

        _busy++;
        Start(cost, then);
    }

    private void Start(double cost, Action then) => agenda.In(cost, () =>
    {
        Spent += cost;
        then();
        if (_waiting.TryDequeue(out var next))
        {
            Start(next.Cost, next.Then);
        }
        else
        {
            _busy--;
        }
    });
}
