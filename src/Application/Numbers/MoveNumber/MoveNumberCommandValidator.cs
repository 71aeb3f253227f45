using FluentValidation;

namespace MaskedVoicemail.Application.Numbers.MoveNumber;

internal sealed class MoveNumberCommandValidator : AbstractValidator<MoveNumberCommand>
{
    public MoveNumberCommandValidator() =>
        RuleFor(command => command.OwnerEmail)
            .NotEmpty()
            .WithErrorCode("number.owner_missing")
            .WithMessage("Enter the e-mail address of the owner's account.");
}
