using MaskedVoicemail.Application.Accounts.ChangePreferences;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Web.Features.Account;

public sealed class PreferencesForm
{
    public Language Language { get; set; }

    public string? TimeZone { get; set; }

    public ChangePreferencesCommand ToCommand(SubscriberId id) => new(id, Language, TimeZone ?? "");
}
