using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>What an action is for: the one message named in the address, or all that are ticked in the list.</summary>
public sealed record VoicemailSelection
{
    public Guid? Id { get; init; }

    public IReadOnlyList<Guid>? Ids { get; init; }

    /// <summary>The page that the action came from.</summary>
    public string? ReturnUrl { get; init; }

    public IReadOnlyList<VoicemailId> Chosen => Id is { } one ? [new VoicemailId(one)] : [.. (Ids ?? []).Select(id => new VoicemailId(id))];
}
