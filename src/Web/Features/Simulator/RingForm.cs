using System.ComponentModel.DataAnnotations;
using MaskedVoicemail.Simulator.Audio;

namespace MaskedVoicemail.Web.Features.Simulator;

/// <summary>A call as it is put together on the page.</summary>
public sealed record RingForm
{
    /// <summary>In <see cref="To"/>: what was typed into <see cref="TypedTo"/>.</summary>
    public const string AnotherNumber = "typed";

    /// <summary>The longest recording: two minutes of telephone-quality WAV.</summary>
    public const int MaxRecordingSeconds = 120;

    public const int MaxRecordingBytes = (MaxRecordingSeconds + 1) * WavAudio.BytesPerSecond;

    /// <summary>A <see cref="CallerPreset"/>'s key, or <see cref="CallerPreset.Typed"/>.</summary>
    public string From { get; init; } = CallerPreset.Mobile.Key;

    [StringLength(128)]
    public string? TypedFrom { get; init; }

    [StringLength(128)]
    public string? TypedName { get; init; }

    /// <summary>A masked number in E.164, or <see cref="AnotherNumber"/>.</summary>
    public string? To { get; init; }

    [StringLength(64)]
    public string? TypedTo { get; init; }

    public OwnerPhoneChoice OwnerPhone { get; init; }

    public CallerChoice Caller { get; init; }

    /// <summary>Its place in <see cref="SampleMessages.All"/>.</summary>
    public int Sample { get; init; }

    public IFormFile? Recording { get; init; }

    /// <summary>What the transcription makes of <see cref="Recording"/>.</summary>
    [StringLength(2_000)]
    public string? Transcript { get; init; }

    public CallPace Pace { get; init; }
}
