using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Operations;

public static class StepErrors
{
    public static readonly Error NotFound = new("step.not_found", "There is no such step.", ErrorKind.NotFound);

    public static readonly Error NotFailed = new(
        "step.not_failed", "This step has not failed, or somebody runs it again already.", ErrorKind.Conflict);
}
