using Microsoft.AspNetCore.DataProtection;

namespace MaskedVoicemail.Infrastructure.Accounts;

internal sealed class PasswordResetTokenProvider(IDataProtectionProvider protection, TimeProvider clock)
    : LinkTokenProvider(protection, clock, TimeSpan.FromMinutes(30))
{
    public const string Name = "PasswordReset";
}
