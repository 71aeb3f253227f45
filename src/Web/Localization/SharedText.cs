namespace MaskedVoicemail.Web.Localization;

/// <summary>Names the texts of the layout, the shared partials and general messages (SharedText.zh-CN.resx).</summary>
public sealed class SharedText;
