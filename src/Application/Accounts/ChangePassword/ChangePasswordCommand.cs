using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Accounts.ChangePassword;

/// <summary>Replaces the password of somebody who knows it, and ends all other sessions.</summary>
public sealed record ChangePasswordCommand(SubscriberId Id, string CurrentPassword, string NewPassword) : IRequest<Result>;
