using FluentValidation;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Numbers;

internal static class PhoneNumberRules
{
    /// <summary>Empty, or a telephone number in any usual spelling. The most frequent mistake, a missing country code, has a sentence of its own.</summary>
    public static void EmptyOrPhoneNumber<T>(this IRuleBuilder<T, string?> rule)
    {
        rule.Must(text => IsEmptyOrNumber(text) || !LacksCountryCode(text))
            .WithErrorCode("phone.no_country_code")
            .WithMessage("The country code is missing. Begin with a plus sign and the country code, for example +1 415 555 0123.");
        rule.Must(text => IsEmptyOrNumber(text) || LacksCountryCode(text))
            .WithErrorCode("phone.malformed")
            .WithMessage("This is no complete telephone number. Write it with plus sign and country code, for example +1 415 555 0123.");
    }

    /// <summary>What was typed as a number; null where it is empty.</summary>
    /// <exception cref="FormatException">It was not validated.</exception>
    public static PhoneNumber? ToPhoneNumber(this string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : PhoneNumber.Parse(text);

    private static bool IsEmptyOrNumber(string? text) => string.IsNullOrWhiteSpace(text) || PhoneNumber.TryParse(text, out _);

    private static bool LacksCountryCode(string? text) =>
        text is not null && text.Count(char.IsAsciiDigit) >= 7 && PhoneNumber.TryParse("+1" + text.TrimStart().TrimStart('0'), out _);
}
