namespace MaskedVoicemail.Web.Features.Admin;

/// <summary>Names the texts of the administrator's area (AdminText.zh-CN.resx).</summary>
public sealed class AdminText;
