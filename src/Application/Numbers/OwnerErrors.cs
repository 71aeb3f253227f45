using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Numbers;

public static class OwnerErrors
{
    public static readonly Error NoSuchAccount = new(
        "number.no_such_account",
        "No account has this e-mail address. Its owner must register first.",
        ErrorKind.Invalid,
        "OwnerEmail");
}
