namespace MaskedVoicemail.Web.Features.Account;

public sealed class LoginForm
{
    public string? Email { get; set; }

    public string? Password { get; set; }

    /// <summary>The session outlives the browser.</summary>
    public bool StaysSignedIn { get; set; }

    public string? ReturnUrl { get; set; }
}
