using MaskedVoicemail.Simulator.Calls;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>What the caller's phone shows at a moment of the call.</summary>
/// <param name="Stage">What is going on.</param>
/// <param name="Since">In the call's time.</param>
/// <param name="Entry">What began it; null before anything happened.</param>
public sealed record PhoneState(PhoneStage Stage, TimeSpan Since, TimelineEntry? Entry)
{
    /// <summary>Changes with the state: what shows it need not be drawn anew before.</summary>
    public string Key => $"{Stage}-{Entry?.Index}";

    /// <summary>The stage's name for styles and scripts.</summary>
    public string Name => Stage.ToString().ToLowerInvariant();

    public static PhoneState Of(IEnumerable<TimelineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var state = new PhoneState(PhoneStage.Dialling, TimeSpan.Zero, null);
        foreach (var entry in entries)
        {
            if (StageOf(entry) is { } stage && state.Stage is not PhoneStage.Ended)
            {
                state = new PhoneState(stage, entry.Offset, entry);
            }
        }

        return state;
    }

    private static PhoneStage? StageOf(TimelineEntry entry) => entry.Kind switch
    {
        TimelineEntryKind.CallPlaced => PhoneStage.Dialling,
        TimelineEntryKind.Ringing => PhoneStage.Ringing,
        TimelineEntryKind.OwnerAnswered or TimelineEntryKind.CarrierVoicemailAnswered => PhoneStage.Screening,
        TimelineEntryKind.Connected => PhoneStage.Talking,
        TimelineEntryKind.Said or TimelineEntryKind.Played when entry.Party is Party.Caller => PhoneStage.Listening,
        TimelineEntryKind.Beep => PhoneStage.Tone,
        TimelineEntryKind.Recording => PhoneStage.Recording,
        TimelineEntryKind.CallerHungUp or TimelineEntryKind.OwnerHungUp or TimelineEntryKind.HungUp or TimelineEntryKind.Rejected
            or TimelineEntryKind.OutOfService or TimelineEntryKind.ApplicationError or TimelineEntryKind.CallEnded => PhoneStage.Ended,
        _ => null,
    };
}
