using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Web.Features.Shared;
using Microsoft.AspNetCore.Html;

namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>A message in the list or on its own page.</summary>
/// <param name="NamesNumber">Whether to say which masked number was called.</param>
/// <param name="Now">When the page is written.</param>
public sealed record VoicemailRow(VoicemailItem Item, bool NamesNumber, DateTimeOffset Now)
{
    /// <summary>After that, nobody expects a text any more.</summary>
    private static readonly TimeSpan TextWait = TimeSpan.FromHours(1);

    public string Id { get; } = Item.Id.ToString();

    public string Url { get; } = $"/voicemails/{Item.Id}";

    public bool IsTextOnItsWay =>
        Item is { IsSealed: false, Transcription: TranscriptionStatus.Pending, RecordedAt: { } recordedAt } && Now - recordedAt < TextWait;

    public bool HasNoText =>
        Item is { IsSealed: false, Transcription: TranscriptionStatus.Failed or TranscriptionStatus.Pending } && !IsTextOnItsWay;

    /// <summary>It will look different in a moment.</summary>
    public bool IsUnfinished => Item.Audio is AudioState.OnItsWay || IsTextOnItsWay;

    /// <summary>The attribute that has an unfinished row fetched again (refresh.js). Written in the view, it would stand empty in all others.</summary>
    public IHtmlContent? Refresh => IsUnfinished ? new HtmlString($"data-refresh=\"{Url}/row?namesNumber={NamesNumber}\"") : null;

    /// <summary>A sealed message opens on this day; null if that is due already.</summary>
    public DateTimeOffset? OpensAt => Item.OpensAt > Now ? Item.OpensAt : null;

    /// <summary>There is something to say in the place of audio or text (_State.cshtml).</summary>
    public bool HasState => Item.Audio is not AudioState.Playable || IsTextOnItsWay || HasNoText;

    /// <param name="label">See <see cref="AudioPlayer.Label"/>.</param>
    /// <param name="downloadIcon">See <see cref="AudioPlayer.DownloadIcon"/>.</param>
    /// <param name="drawAtOnce">See <see cref="AudioPlayer.DrawAtOnce"/>.</param>
    /// <returns>Null where there is no audio.</returns>
    public AudioPlayer? Player(string label, IHtmlContent downloadIcon, bool drawAtOnce) => Item.Audio is not AudioState.Playable
        ? null
        : new AudioPlayer
        {
            MessageUrl = Url,
            Label = label,
            Seconds = Item.DurationSeconds,
            IsNew = Item.IsNew,
            DownloadIcon = downloadIcon,
            DrawAtOnce = drawAtOnce,
        };
}
