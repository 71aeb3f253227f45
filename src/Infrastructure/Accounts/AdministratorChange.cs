namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>What creating an administrator came to.</summary>
public enum AdministratorChange
{
    /// <summary>The account was an administrator's already.</summary>
    None,

    /// <summary>An account that was there became an administrator's.</summary>
    Promoted,

    Created,
}
