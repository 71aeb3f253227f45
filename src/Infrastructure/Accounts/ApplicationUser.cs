using Microsoft.AspNetCore.Identity;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>A sign-in account. Its id is also the subscriber's.</summary>
public sealed class ApplicationUser : IdentityUser<Guid>;
