using MaskedVoicemail.Simulator;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>The last calls on the simulated line, in memory.</summary>
public sealed class SimulatedCalls(TwilioSimulator simulator, IHostApplicationLifetime lifetime, TimeProvider clock)
{
    private const int Kept = 20;

    private readonly Lock _lock = new();
    private readonly LinkedList<SimulatedCall> _calls = new();

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SimulatedCall> Recent
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    public SimulatedCall? Latest
    {
        get
        {
            lock (_lock)
            {
                return _calls.First?.Value;
            }
        }
    }

    public SimulatedCall? Find(string sid) => Recent.FirstOrDefault(call => call.Sid == sid);

    /// <summary>Places a call. It runs until it is over, whoever watches.</summary>
    public SimulatedCall Ring(PhoneCall call, RingForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        var live = simulator.StartCall(call, lifetime.ApplicationStopping);
        var placed = new SimulatedCall(live, form with { Recording = null }, clock.GetUtcNow());
        lock (_lock)
        {
            _calls.AddFirst(placed);
            if (_calls.Count > Kept)
            {
                _calls.RemoveLast();
            }
        }

        return placed;
    }

    /// <summary>The same call once more.</summary>
    public SimulatedCall RingAgain(SimulatedCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Ring(call.Live.Call with { CallSid = Sid.New("CA") }, call.Form);
    }
}
