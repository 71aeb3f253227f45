using FluentValidation;

namespace MaskedVoicemail.Application.Subscriptions.ChangePlan;

internal sealed class ChangePlanCommandValidator : AbstractValidator<ChangePlanCommand>
{
    public ChangePlanCommandValidator()
    {
        RuleFor(command => command.Name).PlanName();
        RuleFor(command => command.ForwardingQuota).MonthlyQuota();
        RuleFor(command => command.VoicemailQuota).MonthlyQuota();
    }
}
