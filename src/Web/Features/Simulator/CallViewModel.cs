using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>A call as it is watched.</summary>
/// <param name="Call">The call.</param>
/// <param name="Entries">Those that are to be shown.</param>
/// <param name="Phone">The caller's phone.</param>
/// <param name="Result">What the program made of it so far.</param>
/// <param name="IsReadersOwn">Whether who reads may open its message.</param>
public sealed record CallViewModel(SimulatedCall Call, IReadOnlyList<TimelineEntry> Entries, PhoneState Phone, CallResult Result, bool IsReadersOwn)
{
    public bool IsOver => Call.IsOver;
}
