using MaskedVoicemail.Domain.Operations;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>How much one node does at once.</summary>
internal static class JobLimits
{
    /// <summary>Recurring jobs.</summary>
    public const int Recurring = 2;

    /// <summary>Steps of a kind: what its partner bears.</summary>
    public static int Of(StepKind kind) => kind is StepKind.FetchAudio or StepKind.NotifyOwner ? 4 : 2;
}
