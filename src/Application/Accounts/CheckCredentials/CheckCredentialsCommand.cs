using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.CheckCredentials;

/// <summary>Whether somebody may sign in, and as whom. A command, because wrong attempts are counted.</summary>
public sealed record CheckCredentialsCommand(string Email, string Password) : IRequest<Result<SignInAccount>>;
