using MaskedVoicemail.Domain.Common;

namespace MaskedVoicemail.Application.Subscriptions;

public static class PlanErrors
{
    public static readonly Error NotFound = new("plan.gone", "There is no such plan.", ErrorKind.NotFound);
}
