using FluentValidation;

namespace MaskedVoicemail.Application.Accounts.SendConfirmation;

internal sealed class SendConfirmationCommandValidator : AbstractValidator<SendConfirmationCommand>
{
    public SendConfirmationCommandValidator() => RuleFor(command => command.Email).MustBeEmailAddress();
}
