namespace MaskedVoicemail.Simulator.Faults;

public sealed class HttpFaultRule
{
    private int? _left;

    internal HttpFaultRule(HttpFault fault)
    {
        Fault = fault;
    }

    /// <summary>How many requests it has answered.</summary>
    public int Used { get; private set; }

    internal HttpFault Fault { get; }

    public void Once() => Times(1);

    public void Times(int count) => _left = count;

    internal bool TryUse()
    {
        if (_left is 0)
        {
            return false;
        }

        _left--;
        Used++;
        return true;
    }
}
