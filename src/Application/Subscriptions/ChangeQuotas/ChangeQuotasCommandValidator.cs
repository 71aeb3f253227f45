using FluentValidation;

namespace MaskedVoicemail.Application.Subscriptions.ChangeQuotas;

internal sealed class ChangeQuotasCommandValidator : AbstractValidator<ChangeQuotasCommand>
{
    public ChangeQuotasCommandValidator()
    {
        RuleFor(command => command.ForwardingQuota).MonthlyQuota();
        RuleFor(command => command.VoicemailQuota).MonthlyQuota();
    }
}
