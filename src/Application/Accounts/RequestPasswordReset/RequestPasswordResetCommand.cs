using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.RequestPasswordReset;

/// <summary>Sends a link by which a new password is chosen. Succeeds alike whether the address has an account or not.</summary>
/// <param name="Email">As typed.</param>
/// <param name="Language">That of the page.</param>
public sealed record RequestPasswordResetCommand(string Email, Language Language) : IRequest<Result>;
