using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>A call placed on the page, while it runs and afterwards.</summary>
/// <param name="Live">The call itself.</param>
/// <param name="Form">How it was put together; its recording is in the call.</param>
/// <param name="PlacedAt">When it was placed.</param>
public sealed record SimulatedCall(LiveCall Live, RingForm Form, DateTimeOffset PlacedAt)
{
    public string Sid => Live.CallSid;

    public CallTimeline Timeline => Live.Timeline;

    public bool IsOver => Timeline.IsComplete;

    /// <summary>The program did not take it.</summary>
    public bool WasRejected => Has(TimelineEntryKind.Rejected);

    public bool WasConnected => Has(TimelineEntryKind.Connected);

    /// <summary>The caller said something, so that word of it must reach the program.</summary>
    public bool WasRecorded => Has(TimelineEntryKind.Recorded);

    /// <summary>What stopped the simulator itself, such as the program's end.</summary>
    public string? Failure => Live.Completion switch
    {
        { IsFaulted: true } completion => completion.Exception!.GetBaseException().Message,
        { IsCanceled: true } => nameof(OperationCanceledException),
        _ => null,
    };

    private bool Has(TimelineEntryKind kind) => Timeline.Entries.Any(entry => entry.Kind == kind);
}
