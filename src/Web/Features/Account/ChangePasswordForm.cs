using MaskedVoicemail.Application.Accounts.ChangePassword;
using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Web.Features.Account;

public sealed class ChangePasswordForm
{
    public string? CurrentPassword { get; set; }

    public string? NewPassword { get; set; }

    public ChangePasswordCommand ToCommand(SubscriberId id) => new(id, CurrentPassword ?? "", NewPassword ?? "");
}
