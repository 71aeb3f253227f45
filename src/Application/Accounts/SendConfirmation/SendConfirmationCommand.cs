using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.SendConfirmation;

/// <summary>Sends the link that confirms an address once more. Succeeds alike whether the address has an account or not.</summary>
/// <param name="Email">As typed.</param>
/// <param name="Language">That of the page.</param>
public sealed record SendConfirmationCommand(string Email, Language Language) : IRequest<Result>;
