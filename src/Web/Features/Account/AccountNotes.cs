namespace MaskedVoicemail.Web.Features.Account;

/// <summary>What one account page tells the next, or its own view.</summary>
internal static class AccountNotes
{
    /// <summary>The address that was typed or confirmed, so that it need not be typed again.</summary>
    public const string Email = "AccountEmail";

    /// <summary>Signing in failed for want of a confirmed address only.</summary>
    public const string NotConfirmed = "NotConfirmed";
}
