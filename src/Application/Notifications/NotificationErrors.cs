using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Notifications;

public static class NotificationErrors
{
    public static readonly Error NotSuppressed = new(
        "mail.not_suppressed", "Mail is sent to this address already.", ErrorKind.Conflict);

    public static readonly Error NotLifted = new(
        "mail.not_lifted", "The mail service could not be asked to try this address again. Please try once more in a few minutes.", ErrorKind.Conflict);

    public static readonly Error NotYours = new(
        "mail.not_yours", "Only an administrator can have mail sent to this address again.", ErrorKind.NotFound);
}
