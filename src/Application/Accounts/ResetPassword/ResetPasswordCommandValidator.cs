using FluentValidation;

namespace MaskedVoicemail.Application.Accounts.ResetPassword;

internal sealed class ResetPasswordCommandValidator : AbstractValidator<ResetPasswordCommand>
{
    public ResetPasswordCommandValidator() => RuleFor(command => command.Password).MustBeGoodPassword();
}
