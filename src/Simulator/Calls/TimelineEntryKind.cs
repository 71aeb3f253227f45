namespace MaskedVoicemail.Simulator.Calls;

public enum TimelineEntryKind
{
    CallPlaced,

    /// <summary>A signed request and its answer.</summary>
    Webhook,

    /// <summary>A callback that a fault held back or dropped.</summary>
    WebhookNotSent,

    /// <summary>Twilio complains.</summary>
    Notification,

    /// <summary>The caller hears that it rings.</summary>
    Ringing,

    /// <summary>Twilio took the call; from here on it is billed.</summary>
    Answered,
    Said,
    Played,
    Paused,
    KeysPressed,
    Beep,
    Recording,
    Recorded,

    /// <summary>Nothing was said, or too little to keep.</summary>
    NothingRecorded,
    Transcribed,
    NotTranscribed,
    OwnerPhoneRings,
    OwnerAnswered,
    OwnerPhoneBusy,
    OwnerPhoneFailed,
    OwnerPhoneRangOut,

    /// <summary>Somebody else answered first, or the caller gave up.</summary>
    OwnerPhoneCanceled,
    CarrierVoicemailAnswered,

    /// <summary>Whoever answered was not connected.</summary>
    OwnerRefused,
    Connected,
    CallerHungUp,
    OwnerHungUp,

    /// <summary>The program ended the call.</summary>
    HungUp,
    Rejected,
    OutOfService,

    /// <summary>Twilio's own "an application error has occurred", and the call ends.</summary>
    ApplicationError,
    CallEnded,
}
