using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Operations.ListFailedSteps;

/// <param name="VoicemailId">The message that it is for.</param>
/// <param name="Kind">What was to be done.</param>
/// <param name="Number">The masked number that was called.</param>
/// <param name="ReceivedAt">When the call came in.</param>
/// <param name="FailedAt">When it was given up.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Error">Why the last attempt failed.</param>
public sealed record FailedStepItem(
    VoicemailId VoicemailId,
    StepKind Kind,
    PhoneNumber Number,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? FailedAt,
    int Attempts,
    string? Error);
