using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Domain.Calls;

public static class CallErrors
{
    public static readonly Error NotFound = new("call.not_found", "There is no such call.", ErrorKind.NotFound);
}
