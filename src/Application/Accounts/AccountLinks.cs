using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Application.Accounts;

/// <summary>The addresses of account pages as mails name them.</summary>
internal static class AccountLinks
{
    public static string SignInLink(this PublicAddress address) => address.UrlOf("/account/login");

    public static string RegisterLink(this PublicAddress address) => address.UrlOf("/account/register");

    public static string ForgotPasswordLink(this PublicAddress address) => address.UrlOf("/account/forgot-password");

    public static string ConfirmLink(this PublicAddress address, SubscriberId id, string token) => address.LinkOf("confirm-email", id, token);

    public static string ResetLink(this PublicAddress address, SubscriberId id, string token) => address.LinkOf("reset-password", id, token);

    private static string LinkOf(this PublicAddress address, string page, SubscriberId id, string token) =>
        address.UrlOf($"/account/{page}?id={id}&token={Uri.EscapeDataString(token)}");
}
