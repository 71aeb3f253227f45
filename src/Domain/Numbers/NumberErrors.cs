using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Domain.Numbers;

public static class NumberErrors
{
    public static readonly Error NotFound = new("number.not_found", "There is no such number.", ErrorKind.NotFound);

    public static readonly Error AlreadyAssigned = new(
        "number.already_assigned", "This number is already assigned.", ErrorKind.Conflict, "Number");

    public static readonly Error TargetIsMasked = new(
        "forwarding.target_is_masked",
        "This is one of the service's own numbers: calls would go round in circles. Enter the number of your real phone.",
        ErrorKind.Invalid,
        "Target");

    public static readonly Error NotAtTwilio = new(
        "number.not_at_twilio",
        "The Twilio account of this service does not own the number. Buy it or move it there first.",
        ErrorKind.Conflict);

    public static readonly Error TwilioRefused = new(
        "number.twilio_refused",
        "Twilio could not be asked, or refused. The log says why; nothing was changed here. Try again, or enter the addresses in the Twilio console.",
        ErrorKind.Conflict);

    public static readonly Error ChangedMeanwhile = new(
        "forwarding.changed_meanwhile",
        "These settings were changed in another window meanwhile. Yours are still in the form: check them and save again.",
        ErrorKind.Conflict);
}
