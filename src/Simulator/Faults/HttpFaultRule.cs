namespace MaskedVoicemail.Simulator.Faults;

public sealed class HttpFaultRule
{
    private int? _left;

    internal HttpFaultRule(HttpFault fault)
    {
        Fault = fault;
    }

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
        return true;
    }
}
