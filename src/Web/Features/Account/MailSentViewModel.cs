using MaskedVoicemail.Application.Accounts;

namespace MaskedVoicemail.Web.Features.Account;

/// <param name="Email">Where to, or null if the page is opened on its own.</param>
/// <param name="Purpose">What for.</param>
/// <param name="IsOutbox">Mails are not sent, but shown on a page.</param>
public sealed record MailSentViewModel(string? Email, LinkPurpose Purpose, bool IsOutbox);
