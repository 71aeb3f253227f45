namespace MaskedVoicemail.Application.Voicemails.ReleaseOriginal;

/// <summary>What becomes of Twilio's copies; bound from <c>Recordings</c>.</summary>
public sealed class OriginalOptions
{
    public const string Section = "Recordings";

    /// <summary>Whether Twilio's copy is deleted once the audio is safely stored here.</summary>
    public bool DeleteFromTwilio { get; set; } = true;
}
