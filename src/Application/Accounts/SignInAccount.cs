using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Application.Accounts;

/// <summary>Somebody who can sign in, or could after confirming the address.</summary>
public sealed record SignInAccount(SubscriberId Id, string Email, bool IsConfirmed);
