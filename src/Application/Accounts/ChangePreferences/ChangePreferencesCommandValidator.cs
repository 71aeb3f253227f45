using FluentValidation;
using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Application.Accounts.ChangePreferences;

internal sealed class ChangePreferencesCommandValidator : AbstractValidator<ChangePreferencesCommand>
{
    public ChangePreferencesCommandValidator()
    {
        RuleFor(command => command.Language)
            .IsInEnum().WithErrorCode("account.language_unknown").WithMessage("Please choose one of the languages.");
        RuleFor(command => command.TimeZone)
            .Must(Subscriber.KnowsTimeZone).WithErrorCode("account.time_zone_unknown").WithMessage("Please choose one of the time zones.");
    }
}
