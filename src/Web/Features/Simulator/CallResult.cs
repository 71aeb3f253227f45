using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>What the program made of a call.</summary>
/// <param name="OwnerId">Whose call it was; null when the program never took it.</param>
/// <param name="OwnerEmail">Who has to sign in to see it.</param>
/// <param name="Outcome">In the call log.</param>
/// <param name="VoicemailId">The message, if one was expected.</param>
/// <param name="Voicemail">How far it is.</param>
/// <param name="WasRecorded">Whether the caller said something, so that word of it must come.</param>
/// <param name="Recipient">To whom the mail goes.</param>
/// <param name="Mail">How far the mail is.</param>
/// <param name="MailId">Its name in the outbox.</param>
public sealed record CallResult(
    SubscriberId? OwnerId,
    string? OwnerEmail,
    CallOutcome Outcome,
    VoicemailId? VoicemailId,
    VoicemailStatus? Voicemail,
    bool WasRecorded,
    string? Recipient,
    NotificationStatus? Mail,
    string? MailId)
{
    public static CallResult None { get; } = new(null, null, CallOutcome.InProgress, null, null, false, null, null, null);

    public bool HasMessage => Voicemail is VoicemailStatus.Recorded or VoicemailStatus.Stored or VoicemailStatus.Ready;

    /// <summary>Nothing more is to be expected.</summary>
    public bool IsFinal => Voicemail switch
    {
        VoicemailStatus.Expected => !WasRecorded,
        null or VoicemailStatus.Absent or VoicemailStatus.Failed or VoicemailStatus.Deleted => true,
        VoicemailStatus.Stored or VoicemailStatus.Ready => Mail is NotificationStatus.Sent or NotificationStatus.Failed,
        _ => false,
    };
}
