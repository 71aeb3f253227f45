namespace MaskedVoicemail.Web.Features.Account;

/// <summary>Names the texts of the account pages, of their rules and refusals (AccountText.zh-CN.resx).</summary>
public sealed class AccountText;
