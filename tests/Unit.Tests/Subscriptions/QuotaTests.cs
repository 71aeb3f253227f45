using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Unit.Tests.Subscriptions;

public sealed class QuotaTests
{
    [Theory]
    [InlineData(0, 10, 0, false, false)]
    [InlineData(7, 10, 70, false, false)]
    [InlineData(15, 20, 75, true, false)]
    [InlineData(10, 10, 100, true, true)]
    [InlineData(12, 10, 100, true, true)]
    [InlineData(0, 0, 100, true, true)]
    [InlineData(9_999_999, 10_000_000, 99, true, false)]
    public void A_quota_tells_how_near_its_end_is(int used, int limit, int percent, bool nearly, bool usedUp)
    {
        var quota = new Quota(used, limit);

        Assert.Equal(percent, quota.Percent);
        Assert.Equal(nearly, quota.IsNearlyUsedUp);
        Assert.Equal(usedUp, quota.IsUsedUp);
        Assert.Equal(Math.Max(0, limit - used), quota.Remaining);
    }
}
