using Microsoft.AspNetCore.Identity;

namespace MaskedVoicemail.Infrastructure.Accounts;

public sealed class ApplicationRole : IdentityRole<Guid>
{
    public const string Administrator = "Administrator";
}
