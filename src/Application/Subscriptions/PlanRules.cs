using FluentValidation;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Subscriptions;

internal static class PlanRules
{
    public static void PlanName<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(name => name?.Trim().Length is > 0 and <= Plan.NameMaxLength && !name.Any(char.IsControl))
            .WithErrorCode("plan.name")
            .WithMessage("Give the plan a name of at most {0} characters.")
            .WithState(_ => new object[] { Plan.NameMaxLength });

    public static void MonthlyQuota<T>(this IRuleBuilder<T, int?> rule) =>
        rule.Must(quota => quota is >= 0 and <= Plan.MaxQuota)
            .WithErrorCode("plan.quota")
            .WithMessage("Enter a whole number from 0 to {0:N0}.")
            .WithState(_ => new object[] { Plan.MaxQuota });
}
