using MaskedVoicemail.Application.Voicemails;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <param name="Timeline">What happened, in the order in which it did.</param>
/// <param name="NewerUrl">The next newer message of the same folder, or null.</param>
/// <param name="OlderUrl">The next older message of the same folder, or null.</param>
public sealed record MessageViewModel(VoicemailRow Row, IReadOnlyList<TimelineEntry> Timeline, string? NewerUrl, string? OlderUrl)
{
    public VoicemailItem Item => Row.Item;

    public string FolderUrl => InboxFilter.UrlOf(Item.Folder);
}
