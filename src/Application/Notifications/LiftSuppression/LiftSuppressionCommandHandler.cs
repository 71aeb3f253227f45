using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Notifications.LiftSuppression;

internal sealed partial class LiftSuppressionCommandHandler(
    IAppDbContext db, IProviderSuppressions provider, TimeProvider clock, ILogger<LiftSuppressionCommandHandler> logger)
    : IRequestHandler<LiftSuppressionCommand, Result>
{
    public async Task<Result> Handle(LiftSuppressionCommand request, CancellationToken cancellationToken)
    {
        var address = SuppressedAddress.Normalize(request.Address);
        if (!await db.IsSuppressedAsync(address, cancellationToken))
        {
            return NotificationErrors.NotSuppressed;
        }

        try
        {
            // Before ours: the other way round the next mail would be dropped there, and the address suppressed again.
            await provider.RemoveAsync(address, cancellationToken);
        }
        catch (PartnerException exception)
        {
            LogNotLifted(exception.Message);
            return NotificationErrors.NotLifted;
        }

        DateTimeOffset? now = clock.GetUtcNow();
        await db.SuppressedAddresses.InForce()
            .Where(row => row.Address == address)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LiftedAt, now), cancellationToken);
        return Result.Success;
    }

    [LoggerMessage(LogLevel.Warning, "An address was not taken off the mail provider's list: {Reason}")]
    private partial void LogNotLifted(string reason);
}
