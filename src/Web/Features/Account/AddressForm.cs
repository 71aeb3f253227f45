namespace MaskedVoicemail.Web.Features.Account;

/// <summary>Where to send a mail.</summary>
public sealed class AddressForm
{
    public string? Email { get; set; }
}
