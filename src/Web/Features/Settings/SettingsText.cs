namespace MaskedVoicemail.Web.Features.Settings;

/// <summary>Names the texts of the settings (SettingsText.zh-CN.resx).</summary>
public sealed class SettingsText;
