namespace MaskedVoicemail.Simulator.Faults;

/// <summary>
/// Answers that replace the right ones. Rules are used up in the order in which they were given:
/// <c>RespondWith(404).Times(3)</c>, then <c>RespondWith(HttpFault.Html()).Once()</c>, then right answers again.
/// </summary>
public sealed class HttpFaults
{
    private readonly Lock _lock = new();
    private readonly List<HttpFaultRule> _rules = [];

    /// <summary>From now on and always; the rule that comes back can limit how often.</summary>
    public HttpFaultRule RespondWith(HttpFault fault)
    {
        var rule = new HttpFaultRule(fault);
        lock (_lock)
        {
            _rules.Add(rule);
        }

        return rule;
    }

    public HttpFaultRule RespondWith(int status) => RespondWith(HttpFault.Status(status));

    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
        }
    }

    /// <returns>What is to go wrong with the next answer, or null; for whoever stands in for a partner.</returns>
    public HttpFault? Next()
    {
        lock (_lock)
        {
            return _rules.FirstOrDefault(rule => rule.TryUse())?.Fault;
        }
    }
}
