using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>
/// The names of steps in the job store: one job runs all of them, and the trigger of each holds all that it needs to know, <c>voicemail-step/{kind}</c>
/// and the voicemail's id.
/// </summary>
internal static class StepKeys
{
    private const string GroupPrefix = "voicemail-step/";

    public static JobKey Job { get; } = new("voicemail-step");

    public static TriggerKey Of(VoicemailId voicemail, StepKind kind) => new(voicemail.ToString(), GroupPrefix + kind);

    public static StepKind KindOf(TriggerKey key) => Enum.Parse<StepKind>(key.Group.AsSpan(GroupPrefix.Length));

    public static VoicemailId VoicemailOf(TriggerKey key) => new(Guid.Parse(key.Name));
}
