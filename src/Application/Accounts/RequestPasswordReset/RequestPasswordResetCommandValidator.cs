using FluentValidation;

namespace MaskedVoicemail.Application.Accounts.RequestPasswordReset;

internal sealed class RequestPasswordResetCommandValidator : AbstractValidator<RequestPasswordResetCommand>
{
    public RequestPasswordResetCommandValidator() => RuleFor(command => command.Email).MustBeEmailAddress();
}
