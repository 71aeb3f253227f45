using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using Quartz;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>The names of steps in the job store: <c>voicemail-step/{kind}</c> and the voicemail's id. They hold all that a job needs to know.</summary>
internal static class StepKeys
{
    private const string GroupPrefix = "voicemail-step/";

    public static JobKey JobKeyOf(VoicemailId voicemail, StepKind kind) => new(voicemail.ToString(), GroupPrefix + kind);

    public static TriggerKey TriggerKeyOf(JobKey key) => new(key.Name, key.Group);

    public static StepKind KindOf(JobKey key) => Enum.Parse<StepKind>(key.Group.AsSpan(GroupPrefix.Length));

    public static VoicemailId VoicemailOf(JobKey key) => new(Guid.Parse(key.Name));
}
