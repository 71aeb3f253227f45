using FluentValidation;

namespace MaskedVoicemail.Application.Subscriptions.CreatePlan;

internal sealed class CreatePlanCommandValidator : AbstractValidator<CreatePlanCommand>
{
    public CreatePlanCommandValidator()
    {
        RuleFor(command => command.Name).PlanName();
        RuleFor(command => command.ForwardingQuota).MonthlyQuota();
        RuleFor(command => command.VoicemailQuota).MonthlyQuota();
    }
}
