namespace MaskedVoicemail.Web.Features.Usage;

/// <summary>Names the texts of the usage page (UsageText.zh-CN.resx).</summary>
public sealed class UsageText;
