namespace MaskedVoicemail.Simulator.Calls;

/// <summary>The phones of one <c>&lt;Dial&gt;</c>: all ring together, and the first to answer wins.</summary>
internal sealed class RingingPhones(CallerLeg caller, IReadOnlyList<CalleeLeg> legs, TimeSpan limit)
{
    /// <summary>Null when nobody answered, or the caller gave up.</summary>
    public async Task<CalleeLeg?> WaitForAnswerAsync()
    {
        var rung = TimeSpan.Zero;
        foreach (var leg in legs.OrderBy(RingingTime))
        {
            await caller.RingAsync(RingingTime(leg) - rung);
            rung = RingingTime(leg);
            if (caller.IsGone)
            {
                return null;
            }

            switch (leg.Phone.Reaction)
            {
                case var _ when RingsOut(leg):
                    leg.End("no-answer", TimelineEntryKind.OwnerPhoneRangOut);
                    break;
                case OwnerPhoneReaction.Busy:
                    leg.End("busy", TimelineEntryKind.OwnerPhoneBusy);
                    break;
                case OwnerPhoneReaction.Fails:
                    leg.End("failed", TimelineEntryKind.OwnerPhoneFailed);
                    break;
                default:
                    leg.Answer();
                    return leg;
            }
        }

        return null;
    }

    private TimeSpan RingingTime(CalleeLeg leg) => RingsOut(leg) ? limit : leg.Phone.RingsFor;

    private bool RingsOut(CalleeLeg leg) => leg.Phone.Reaction is OwnerPhoneReaction.RingsOut || leg.Phone.RingsFor > limit;
}
