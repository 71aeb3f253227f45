using System.Net.Mail;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Numbers;

/// <summary>Whether something typed can be an e-mail address. Whether it exists, only a mail tells.</summary>
internal static class EmailAddress
{
    public static bool IsEmptyOrValid(string? text) => string.IsNullOrWhiteSpace(text) || IsValid(text.Trim());

    private static bool IsValid(string text) =>
        text.Length <= ForwardingSettings.EmailMaxLength
        && !text.Any(character => char.IsWhiteSpace(character) || char.IsControl(character))
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
        && address.Host.Contains('.');
}
