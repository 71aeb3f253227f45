namespace MaskedVoicemail.Web.Features.Voicemails;

/// <summary>Names the texts of the inbox and of a message's page (VoicemailsText.zh-CN.resx).</summary>
public sealed class VoicemailsText;
