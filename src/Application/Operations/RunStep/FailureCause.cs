namespace MaskedVoicemail.Application.Operations.RunStep;

/// <summary>Whose trouble it was that an attempt failed; decides how long it is tried again.</summary>
internal enum FailureCause
{
    /// <summary>A partner could not, or sent something unusable.</summary>
    Partner,

    /// <summary>A partner refuses our credentials; an operator has to mend that, however long it takes.</summary>
    Refusal,

    /// <summary>Our own disk, network or database.</summary>
    OwnResources,

    /// <summary>Nothing that time would mend: most likely a mistake in this program.</summary>
    Defect,
}
