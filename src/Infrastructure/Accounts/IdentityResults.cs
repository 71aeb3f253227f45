using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace MaskedVoicemail.Infrastructure.Accounts;

/// <summary>Identity's refusals as ours, whose sentences the portal translates.</summary>
internal static class IdentityResults
{
    /// <param name="result">What Identity said.</param>
    /// <param name="passwordField">The request's property that holds the password.</param>
    public static Result ToResult(this IdentityResult result, string passwordField) =>
        result.Succeeded ? Result.Success : Result.Failure([.. result.Errors.Select(error => Translate(error, passwordField)).Distinct()]);

    /// <exception cref="InvalidOperationException">It was refused, which nothing that a person did can have caused.</exception>
    public static void Demand(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }

    private static Error Translate(IdentityError error, string passwordField) => error.Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => AccountErrors.EmailTaken,
        nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => AccountErrors.EmailMalformed,
        nameof(IdentityErrorDescriber.InvalidToken) => AccountErrors.LinkNotValid,
        nameof(IdentityErrorDescriber.PasswordMismatch) => AccountErrors.WrongPassword,
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => AccountErrors.ChangedMeanwhile,
        nameof(IdentityErrorDescriber.PasswordTooShort) => AccountErrors.PasswordTooShort(passwordField),
        _ => throw new InvalidOperationException($"Identity refused for a reason that is not set here: {error.Code}."),
    };
}
