namespace MaskedVoicemail.Web.Features.Account;

/// <param name="Email">Whose password it is, which a password manager keeps it under.</param>
/// <param name="Password">Never sent back.</param>
public sealed record ResetPasswordViewModel(string Email, string? Password = null);
