namespace MaskedVoicemail.Scaling;

/// <summary>
/// What <c>src/Infrastructure/Persistence/SharedCommits.cs</c> does: a lone call goes at once, and what comes in while a batch is under way is the next
/// one.
/// </summary>
/// <param name="agenda">Time.</param>
/// <param name="decide">Decides a batch, and says when the whole of it is done.</param>
internal sealed class Batches(Agenda agenda, Action<IReadOnlyList<Call>, Action> decide)
{
    public const int MostCalls = 128;

    /// <summary>After so long, in microseconds, the next batch begins all the same.</summary>
    public const double LongestHold = 250_000;

    private readonly Queue<Call> _waiting = new();
    private bool _isUnderWay;

    public void Add(Call call)
    {
        _waiting.Enqueue(call);
        if (!_isUnderWay)
        {
            Next();
        }
    }

    private void Next()
    {
        _isUnderWay = _waiting.Count > 0;
        if (!_isUnderWay)
        {
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
