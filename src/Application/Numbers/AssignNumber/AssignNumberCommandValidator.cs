using FluentValidation;

namespace MaskedVoicemail.Application.Numbers.AssignNumber;

internal sealed class AssignNumberCommandValidator : AbstractValidator<AssignNumberCommand>
{
    public AssignNumberCommandValidator()
    {
        RuleFor(command => command.Number)
            .NotEmpty()
            .WithErrorCode("number.missing")
            .WithMessage("Enter the number as Twilio shows it.");
        RuleFor(command => command.Number).EmptyOrPhoneNumber();
        RuleFor(command => command.OwnerEmail)
            .NotEmpty()
            .WithErrorCode("number.owner_missing")
            .WithMessage("Enter the e-mail address of the owner's account.");
        RuleFor(command => command.Language)
            .IsInEnum()
            .WithErrorCode("forwarding.language")
            .WithMessage("Choose one of the languages.");
        RuleFor(command => command.Target).EmptyOrPhoneNumber();
    }
}
