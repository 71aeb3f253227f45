namespace MaskedVoicemail.Web.Features.Calls;

/// <summary>Names the texts of the call log, and what became of a call (CallsText.zh-CN.resx).</summary>
public sealed class CallsText;
