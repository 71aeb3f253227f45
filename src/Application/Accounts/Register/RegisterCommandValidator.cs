using FluentValidation;

namespace MaskedVoicemail.Application.Accounts.Register;

internal sealed class RegisterCommandValidator : AbstractValidator<RegisterCommand>
{
    public RegisterCommandValidator()
    {
        RuleFor(command => command.Email).MustBeEmailAddress();
        RuleFor(command => command.Password).MustBeGoodPassword();
        RuleFor(command => command.Password)
            .Must((command, password) => !password.Equals(command.Email, StringComparison.OrdinalIgnoreCase))
            .When(command => command.Password.Length > 0)
            .WithErrorCode("account.password_is_email").WithMessage("Please choose something other than your e-mail address.");
    }
}
