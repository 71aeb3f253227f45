using Microsoft.AspNetCore.Mvc.Rendering;

namespace MaskedVoicemail.Web.Features.Account;

/// <param name="Email">Of the account.</param>
/// <param name="Preferences">As stored, or as just typed.</param>
/// <param name="TimeZones">To choose from.</param>
/// <param name="Password">Empty: passwords are never sent back.</param>
public sealed record ProfileViewModel(
    string Email, PreferencesForm Preferences, IReadOnlyList<SelectListItem> TimeZones, ChangePasswordForm? Password = null);
