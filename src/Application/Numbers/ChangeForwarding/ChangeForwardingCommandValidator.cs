using FluentValidation;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Numbers.ChangeForwarding;

internal sealed class ChangeForwardingCommandValidator : AbstractValidator<ChangeForwardingCommand>
{
    public ChangeForwardingCommandValidator()
    {
        RuleFor(command => command.Target).EmptyOrPhoneNumber();
        RuleFor(command => command.Target)
            .NotEmpty()
            .When(command => command.IsEnabled)
            .WithErrorCode("forwarding.target_missing")
            .WithMessage("Enter the phone that is to ring, or switch forwarding off.");
        RuleFor(command => command.RingSeconds)
            .Must(seconds => seconds is >= ForwardingSettings.MinRingSeconds and <= ForwardingSettings.MaxRingSeconds)
            .WithErrorCode("forwarding.ring_seconds")
            .WithMessage("Choose a ring time from {0} to {1} seconds.")
            .WithState(_ => new object[] { ForwardingSettings.MinRingSeconds, ForwardingSettings.MaxRingSeconds });
        RuleFor(command => command.Language)
            .IsInEnum()
            .WithErrorCode("forwarding.language")
            .WithMessage("Choose one of the languages.");
        RuleFor(command => command.Greeting).Cascade(CascadeMode.Stop)
            .Must(greeting => GreetingText.Clean(greeting)?.Length is null or <= ForwardingSettings.GreetingMaxLength)
            .WithErrorCode("forwarding.greeting_too_long")
            .WithMessage("The greeting has {0} characters; {1} are the most that can be spoken.")
            .WithState(command => new object[] { GreetingText.Clean(command.Greeting)!.Length, ForwardingSettings.GreetingMaxLength })
            .Must(GreetingText.CanBeSpoken)
            .WithErrorCode("forwarding.greeting_characters")
            .WithMessage("The greeting contains control characters, which can't be spoken. Please type it instead of pasting it.");
        RuleFor(command => command.MessageSeconds)
            .Must(seconds => seconds is >= ForwardingSettings.MinMessageSeconds and <= ForwardingSettings.MaxMessageSeconds)
            .WithErrorCode("forwarding.message_seconds")
            .WithMessage("Choose one of the lengths.");
        RuleFor(command => command.FinishOnKey)
            .Must(key => key is not null && FinishKey.All.Contains(key))
            .WithErrorCode("forwarding.finish_key")
            .WithMessage("Choose one of the keys.");
        RuleFor(command => command.EmailForVoicemail)
            .Must(EmailAddress.IsEmptyOrValid)
            .WithErrorCode("forwarding.email")
            .WithMessage("This is no complete e-mail address. Write it like name@example.com.");
    }
}
