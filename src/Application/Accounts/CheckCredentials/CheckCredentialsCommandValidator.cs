using FluentValidation;

namespace MaskedVoicemail.Application.Accounts.CheckCredentials;

internal sealed class CheckCredentialsCommandValidator : AbstractValidator<CheckCredentialsCommand>
{
    public CheckCredentialsCommandValidator()
    {
        RuleFor(command => command.Email).MustBeEmailAddress();
        RuleFor(command => command.Password)
            .NotEmpty().WithErrorCode("account.password_missing").WithMessage("Please enter your password.")
            .MaximumLength(AccountPassword.MaxLength)
                .WithErrorCode("account.password_long").WithMessage("Please use at most {0} characters.").WithState(_ => new object[] { AccountPassword.MaxLength });
    }
}
