using FluentValidation;

namespace MaskedVoicemail.Application.Accounts.ChangePassword;

internal sealed class ChangePasswordCommandValidator : AbstractValidator<ChangePasswordCommand>
{
    public ChangePasswordCommandValidator()
    {
        RuleFor(command => command.CurrentPassword)
            .NotEmpty().WithErrorCode("account.password_missing").WithMessage("Please enter your password.")
            .MaximumLength(AccountPassword.MaxLength)
                .WithErrorCode("account.password_long").WithMessage("Please use at most {0} characters.").WithState(_ => new object[] { AccountPassword.MaxLength });
        RuleFor(command => command.NewPassword).MustBeGoodPassword();
    }
}
