using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.Register;

/// <summary>Creates an account and asks to confirm its address. Succeeds for an address that has an account, too, and tells by mail.</summary>
/// <param name="Email">As typed.</param>
/// <param name="Password">As typed.</param>
/// <param name="Language">That of the page.</param>
/// <param name="TimeZone">The browser's, if it named one; not checked.</param>
public sealed record RegisterCommand(string Email, string Password, Language Language, string? TimeZone) : IRequest<Result>;
