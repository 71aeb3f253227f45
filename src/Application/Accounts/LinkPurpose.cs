namespace MaskedVoicemail.Application.Accounts;

/// <summary>What a link in a mail entitles to.</summary>
public enum LinkPurpose
{
    ConfirmAddress,
    ResetPassword,
}
