namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>The page on which a call is put together.</summary>
public sealed record RingViewModel(RingForm Form, IReadOnlyList<CallableNumber> Numbers, IReadOnlyList<SimulatedCall> Recent);
