namespace MaskedVoicemail.Domain.Operations;

public enum StepState
{
    /// <summary>To be done at its time.</summary>
    Due,

    Done,

    /// <summary>Given up; an administrator can run it again.</summary>
    Failed,
}
