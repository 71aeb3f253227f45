using Microsoft.AspNetCore.DataProtection;

namespace MaskedVoicemail.Infrastructure.Accounts;

internal sealed class ConfirmationTokenProvider(IDataProtectionProvider protection, TimeProvider clock)
    : LinkTokenProvider(protection, clock, TimeSpan.FromDays(3))
{
    public const string Name = "Confirmation";
}
