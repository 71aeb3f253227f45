using FluentValidation;

namespace MaskedVoicemail.Application.Numbers.ChangeNumber;

internal sealed class ChangeNumberCommandValidator : AbstractValidator<ChangeNumberCommand>
{
    public ChangeNumberCommandValidator()
    {
        RuleFor(command => command.Language)
            .IsInEnum()
            .WithErrorCode("forwarding.language")
            .WithMessage("Choose one of the languages.");
        RuleFor(command => command.Target).EmptyOrPhoneNumber();
    }
}
