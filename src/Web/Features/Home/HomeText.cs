namespace MaskedVoicemail.Web.Features.Home;

/// <summary>Names the texts of the front door and of the error pages (HomeText.zh-CN.resx).</summary>
public sealed class HomeText;
