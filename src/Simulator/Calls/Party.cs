namespace MaskedVoicemail.Simulator.Calls;

public enum Party
{
    Caller,

    /// <summary>Whoever picks up the number to which the call is forwarded.</summary>
    Owner,
}
