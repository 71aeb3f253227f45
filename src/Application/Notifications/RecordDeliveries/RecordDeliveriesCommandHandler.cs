using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Notifications.RecordDeliveries;

internal sealed class RecordDeliveriesCommandHandler(IAppDbContext db) : IRequestHandler<RecordDeliveriesCommand, Result>
{
    private static readonly DeliveryState[] Ranks = Enum.GetValues<DeliveryState>();

    public async Task<Result> Handle(RecordDeliveriesCommand request, CancellationToken cancellationToken)
    {
        var reports = await PickOwnAsync(request.Reports, cancellationToken);
        if (reports.Count == 0)
        {
            return Result.Success;
        }

        try
        {
            await RecordAsync(reports, cancellationToken);
        }
        catch (UniqueViolationException)
        {
            // Another batch has suppressed one of the addresses at the same moment. Now it is found.
            db.ChangeTracker.Clear();
            await RecordAsync(reports, cancellationToken);
        }

        return Result.Success;
    }

    /// <returns>The reports on our own mails to those to whom they went.</returns>
    private async Task<IReadOnlyList<DeliveryReport>> PickOwnAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        var ids = reports.Select(report => report.NotificationId).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var recipients = await db.Notifications
            .Where(notification => ids.Contains(notification.Id))
            .Select(notification => new { notification.Id, notification.Recipient })
            .ToDictionaryAsync(notification => notification.Id, notification => SuppressedAddress.Normalize(notification.Recipient), cancellationToken);
        return
        [
            .. reports.Where(report =>
                recipients.TryGetValue(report.NotificationId, out var recipient) && recipient == SuppressedAddress.Normalize(report.Recipient)),
        ];
    }

    private async Task RecordAsync(IReadOnlyList<DeliveryReport> reports, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Always in the same order, so that two batches never wait for each other's rows.
        foreach (var report in reports.GroupBy(report => report.NotificationId).OrderBy(group => group.Key.Value).Select(Latest))
        {
            await UpdateAsync(report, cancellationToken);
        }

        foreach (var report in reports
            .Where(report => report.Suppresses is not null)
            .GroupBy(report => SuppressedAddress.Normalize(report.Recipient), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.MaxBy(report => report.At)!))
        {
            await SuppressAsync(report, report.Suppresses!.Value, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static DeliveryReport Latest(IEnumerable<DeliveryReport> reports) => reports.MaxBy(report => (report.State, report.At))!;

    private async Task UpdateAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        // The provider has it, although its answer never reached us: it must not be sent a second time.
        DateTimeOffset? at = report.At;
        await db.Notifications
            .Where(row => row.Id == report.NotificationId && row.Status == NotificationStatus.Pending)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, NotificationStatus.Sent).SetProperty(row => row.SentAt, at), cancellationToken);
        var lower = Ranks.Where(state => state < report.State).ToList();
        await db.Notifications
            .Where(row => row.Id == report.NotificationId && (lower.Contains(row.Delivery) || (row.Delivery == report.State && row.DeliveryAt < at)))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Delivery, report.State)
                    .SetProperty(row => row.DeliveryAt, at)
                    .SetProperty(row => row.DeliveryReason, report.Reason),
                cancellationToken);
    }

    private async Task SuppressAsync(DeliveryReport report, SuppressionReason reason, CancellationToken cancellationToken)
    {
        var address = SuppressedAddress.Normalize(report.Recipient);
        var isKnown = await db.SuppressedAddresses.AnyAsync(row => row.Address == address, cancellationToken);
        if (!isKnown)
        {
            db.SuppressedAddresses.Add(SuppressedAddress.Create(address, reason, report.At));
            return;
        }

        // Lifted since: only what happened afterwards counts.
        await db.SuppressedAddresses
            .Where(row => row.Address == address && row.LiftedAt < report.At)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Reason, reason)
                    .SetProperty(row => row.Since, report.At)
                    .SetProperty(row => row.LiftedAt, (DateTimeOffset?)null),
                cancellationToken);
    }
}
