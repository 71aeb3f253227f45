namespace MaskedVoicemail.Web.Features.Outbox;

/// <summary>Names the texts of the outbox (OutboxText.zh-CN.resx).</summary>
public sealed class OutboxText;
