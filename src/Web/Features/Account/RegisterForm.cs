namespace MaskedVoicemail.Web.Features.Account;

public sealed class RegisterForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    /// <summary>The browser's guess.</summary>
    public string? TimeZone { get; set; }
}
