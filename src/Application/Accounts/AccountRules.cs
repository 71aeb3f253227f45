using System.Net.Mail;
using FluentValidation;
using MaskedVoicemail.Domain.Accounts;

namespace MaskedVoicemail.Application.Accounts;

/// <summary>The rules that several forms share, so that they say the same.</summary>
internal static class AccountRules
{
    public static IRuleBuilderOptions<T, string> MustBeEmailAddress<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("account.email_missing").WithMessage("Please enter your e-mail address.")
        .Must(IsEmailAddress).WithErrorCode("account.email_malformed").WithMessage("Please check the address: it should look like name@example.com.");

    public static IRuleBuilderOptions<T, string> MustBeGoodPassword<T>(this IRuleBuilderInitial<T, string> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithErrorCode("account.password_missing").WithMessage("Please choose a password.")
        .MinimumLength(AccountPassword.MinLength)
            .WithErrorCode("account.password_short").WithMessage("Please use at least {0} characters.").WithState(_ => new object[] { AccountPassword.MinLength })
        .MaximumLength(AccountPassword.MaxLength)
            .WithErrorCode("account.password_long").WithMessage("Please use at most {0} characters.").WithState(_ => new object[] { AccountPassword.MaxLength })
        .Must(HasSomeVariety).WithErrorCode("account.password_monotonous").WithMessage("Please use more different characters: this is easy to guess.");

    private static bool IsEmailAddress(string text) =>
        text.Length <= Subscriber.EmailMaxLength
        && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Trim('.') == address.Host
        && address.Host.Contains('.', StringComparison.Ordinal);

    private static bool HasSomeVariety(string password) => password.Distinct().Count() >= 4;
}
