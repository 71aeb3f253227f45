using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Accounts;

public static class AccountErrors
{
    /// <summary>Never shown: whether an address has an account is told by mail only.</summary>
    public static readonly Error EmailTaken = new("account.email_taken", "This address has an account.", ErrorKind.Conflict);

    public static readonly Error EmailMalformed = new(
        "account.email_malformed", "Please check the address: it should look like name@example.com.", ErrorKind.Invalid, "Email");

    public static readonly Error WrongCredentials = new(
        "account.wrong_credentials", "E-mail address and password do not match. Please try again.", ErrorKind.Invalid);

    public static readonly Error Paused = new(
        "account.paused", "Too many wrong passwords. To protect the account, signing in is paused for five minutes.", ErrorKind.Conflict);

    public static readonly Error Locked = new(
        "account.locked", "This account is locked. Please ask an administrator.", ErrorKind.Conflict);

    public static readonly Error NotConfirmed = new(
        "account.not_confirmed", "One step is left: please confirm your e-mail address by the link that we have sent you.", ErrorKind.Conflict);

    public static readonly Error LinkNotValid = new(
        "account.link_not_valid", "This link no longer works.", ErrorKind.Conflict);

    public static readonly Error WrongPassword = new(
        "account.wrong_password", "This is not your present password.", ErrorKind.Invalid, "CurrentPassword");

    public static readonly Error MailNotSent = new(
        "account.mail_not_sent", "We could not send the e-mail just now. Please try again in a few minutes.", ErrorKind.Conflict);

    public static readonly Error TooManyMails = new(
        "account.too_many_mails", "Several mails were sent to this address within the last hour. Please look into your mailbox, or try again later.", ErrorKind.Conflict);

    public static readonly Error NotFound = new("account.not_found", "There is no such account.", ErrorKind.NotFound);

    public static readonly Error ChangedMeanwhile = new(
        "account.changed_meanwhile", "Your account was changed at the same moment. Please try again.", ErrorKind.Conflict);

    public static Error PasswordTooShort(string field) =>
        new("account.password_short", "Please use at least {0} characters.", ErrorKind.Invalid, field) { Arguments = [AccountPassword.MinLength] };
}
