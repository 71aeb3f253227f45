using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Application.Voicemails;

/// <summary>A message as its owner sees it.</summary>
public sealed record VoicemailItem
{
    public required VoicemailId Id { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>The caller's name from the network; a stranger's text.</summary>
    public required string? CallerName { get; init; }

    /// <summary>The masked number that was called.</summary>
    public required PhoneNumber? Number { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required int? DurationSeconds { get; init; }

    public required VoicemailStatus Status { get; init; }

    /// <summary>When the recording was reported; null where there is none.</summary>
    public required DateTimeOffset? RecordedAt { get; init; }

    public required bool IsSealed { get; init; }

    /// <summary>When a sealed message opens.</summary>
    public required DateTimeOffset? OpensAt { get; init; }

    public required TranscriptionStatus Transcription { get; init; }

    /// <summary>The text or the beginning of it; a stranger's text. Null for a sealed message.</summary>
    public required string? Transcript { get; init; }

    public required DateTimeOffset? HeardAt { get; init; }

    public required DateTimeOffset? ArchivedAt { get; init; }

    public required DateTimeOffset? DeletedAt { get; init; }

    public VoicemailFolder Folder =>
        DeletedAt is not null ? VoicemailFolder.Deleted : ArchivedAt is not null ? VoicemailFolder.Archived : VoicemailFolder.Inbox;

    /// <summary>Not listened to yet. A sealed message becomes new when it opens.</summary>
    public bool IsNew => HeardAt is null && !IsSealed;

    public AudioState Audio => (IsSealed, Status) switch
    {
        (true, _) => AudioState.Sealed,
        (_, VoicemailStatus.Recorded) => AudioState.OnItsWay,
        (_, VoicemailStatus.Failed) => RecordedAt is null ? AudioState.NotRecorded : AudioState.NotFetched,
        _ => AudioState.Playable,
    };
}
