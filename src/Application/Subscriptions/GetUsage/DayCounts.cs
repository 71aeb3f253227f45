using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Application.Subscriptions.GetUsage;

/// <summary>Counts events by subscription and day. Only numbers are kept, however many events there were.</summary>
internal sealed class DayCounts(TimeZoneInfo zone)
{
    private readonly Dictionary<(SubscriptionId Subscription, DateOnly Day), int> _counts = [];

    public int this[SubscriptionId subscription, DateOnly day] => _counts.GetValueOrDefault((subscription, day));

    public async Task AddAsync(IAsyncEnumerable<SubscriptionEvent> events, CancellationToken cancellationToken)
    {
        await foreach (var happened in events.WithCancellation(cancellationToken))
        {
            var key = (happened.Subscription, DayOf(happened.At));
            _counts[key] = _counts.GetValueOrDefault(key) + 1;
        }
    }

    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
