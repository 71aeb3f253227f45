using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>
/// The secret of a link in a mail: its end, protected for one purpose, one account and the account's present security stamp.
/// A new password makes a new stamp, so that all earlier links end with it. Identity's own provider knows one lifetime and only the system's clock.
/// </summary>
internal abstract class LinkTokenProvider(IDataProtectionProvider protection, TimeProvider clock, TimeSpan lifetime) : IUserTwoFactorTokenProvider<ApplicationUser>
{
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<ApplicationUser> manager, ApplicationUser user) => Task.FromResult(false);

    public async Task<string> GenerateAsync(string purpose, UserManager<ApplicationUser> manager, ApplicationUser user)
    {
        var end = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(end, (clock.GetUtcNow() + lifetime).UtcTicks);
        return Base64Url.EncodeToString((await ProtectorAsync(purpose, manager, user)).Protect(end));
    }

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<ApplicationUser> manager, ApplicationUser user)
    {
        try
        {
            var end = (await ProtectorAsync(purpose, manager, user)).Unprotect(Base64Url.DecodeFromChars(token));
            return clock.GetUtcNow().UtcTicks < BinaryPrimitives.ReadInt64BigEndian(end);
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            // Cut off by a mail program, made up, or of an earlier stamp.
            return false;
        }
    }

    private async Task<IDataProtector> ProtectorAsync(string purpose, UserManager<ApplicationUser> manager, ApplicationUser user) =>
        protection.CreateProtector("AccountLinks", purpose, user.Id.ToString(), await manager.GetSecurityStampAsync(user));
}
