using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.ResetPassword;

public sealed record ResetPasswordCommand(SubscriberId Id, string Token, string Password) : IRequest<Result<SignInAccount>>;
