namespace MaskedVoicemail.Scaling;

/// <summary>
/// What <c>src/Infrastructure/Persistence/SharedCommits.cs</c> does: a call that finds a place free goes at once, and what came in while all places were
/// taken is the next batch.
/// </summary>
/// <param name="agenda">Time.</param>
/// <param name="decide">Decides a batch, and says when the whole of it is done.</param>
internal sealed class Batches(Agenda agenda, Action<IReadOnlyList<Call>, Action> decide)
{
    public const int Places = 2;
    public const int MostCalls = 64;

    /// <summary>After so long, in microseconds, a batch goes on without its place.</summary>
    public const double LongestHold = 250_000;

    private readonly Queue<Call> _waiting = new();
    private int _taken;

    public void Add(Call call)
    {
        _waiting.Enqueue(call);
        if (_taken < Places)
        {
            _taken++;
            Next();
        }
    }

    private void Next()
    {
        if (_waiting.Count == 0)
        {
            _taken--;
            return;
        }

        var batch = new Call[Math.Min(_waiting.Count, MostCalls)];
        for (var index = 0; index < batch.Length; index++)
        {
            batch[index] = _waiting.Dequeue();
        }

        var isHeld = true;
        agenda.In(LongestHold, Free);
        decide(batch, Free);

        void Free()
        {
            if (isHeld)
            {
                isHeld = false;
                Next();
            }
        }
    }
}
