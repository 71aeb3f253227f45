using MaskedVoicemail.Application.Subscriptions.ChangePlan;
using MaskedVoicemail.Application.Subscriptions.ChangeQuotas;
using MaskedVoicemail.Application.Subscriptions.ChangeStatus;
using MaskedVoicemail.Application.Subscriptions.CreatePlan;
using MaskedVoicemail.Application.Subscriptions.DeletePlan;
using MaskedVoicemail.Application.Subscriptions.GetOverview;
using MaskedVoicemail.Application.Subscriptions.GetUsage;
using MaskedVoicemail.Application.Subscriptions.ListPlans;
using MaskedVoicemail.Application.Subscriptions.ListSubscriptions;
using MaskedVoicemail.Application.Subscriptions.TakePlan;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Subscriptions;

/// <summary>Plans, quotas, and what they do to sealed messages; and the usage that an owner reads.</summary>
public abstract class ChangingQuotasTests(VoicemailService service)
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Fact]
    public async Task A_raised_quota_opens_sealed_messages_oldest_first_as_far_as_it_goes()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false }, voicemailQuota: 0);
        var calls = new[] { await LeaveMessageAsync(number), await LeaveMessageAsync(number), await LeaveMessageAsync(number) };
        Assert.True(await IsSealedAsync(calls[0]));

        Assert.True((await service.SendAsync(new ChangeQuotasCommand(number.SubscriptionId, 100, 2))).IsSuccess);

        Assert.False(await IsSealedAsync(calls[0]));
        Assert.False(await IsSealedAsync(calls[1]));
        Assert.True(await IsSealedAsync(calls[2]));
        Assert.Equal(new Quota(2, 2), (await service.SubscriptionAsync(number)).Voicemails);
    }

    [Fact]
    public async Task A_larger_plan_opens_sealed_messages_too_and_keeps_what_was_used()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false }, voicemailQuota: 1);
        await LeaveMessageAsync(number);
        var sealedCall = await LeaveMessageAsync(number);
        var plan = await service.SendAsync(new CreatePlanCommand($"Large {Guid.NewGuid():N}", 500, 50));

        Assert.True((await service.SendAsync(new TakePlanCommand(number.SubscriptionId, plan.Value))).IsSuccess);

        Assert.False(await IsSealedAsync(sealedCall));
        var subscription = await service.SubscriptionAsync(number);
        Assert.Equal((new Quota(0, 500), new Quota(2, 50)), (subscription.Forwarding, subscription.Voicemails));
    }

    [Theory]
    [InlineData(-1, 5, "ForwardingQuota")]
    [InlineData(5, -1, "VoicemailQuota")]
    [InlineData(null, 5, "ForwardingQuota")]
    [InlineData(5, 10_000_001, "VoicemailQuota")]
    public async Task An_impossible_quota_is_refused_at_its_field(int? forwarding, int? voicemails, string field)
    {
        var number = await service.HasNumberAsync();

        Assert.Equal(field, Assert.Single((await service.SendAsync(new ChangeQuotasCommand(number.SubscriptionId, forwarding, voicemails))).Errors).Field);
    }

    [Fact]
    public async Task A_changed_plan_leaves_the_quotas_of_its_subscriptions_alone()
    {
        var number = await service.HasNumberAsync();
        var plan = (await service.SubscriptionAsync(number)).PlanId;

        Assert.True((await service.SendAsync(new ChangePlanCommand(plan, $"Renamed {Guid.NewGuid():N}", 1, 1))).IsSuccess);

        Assert.Equal(100, (await service.SubscriptionAsync(number)).ForwardingQuota);
    }

    [Fact]
    public async Task Plans_have_names_of_their_own()
    {
        var name = $"Plan {Guid.NewGuid():N}";
        var first = await service.SendAsync(new CreatePlanCommand(name, 1, 1));
        var other = await service.SendAsync(new CreatePlanCommand(name + "!", 1, 1));

        Assert.Equal([SubscriptionErrors.PlanNameTaken], (await service.SendAsync(new CreatePlanCommand($" {name} ", 1, 1))).Errors);
        Assert.Equal([SubscriptionErrors.PlanNameTaken], (await service.SendAsync(new ChangePlanCommand(other.Value, name, 1, 1))).Errors);
        Assert.True((await service.SendAsync(new ChangePlanCommand(first.Value, name, 2, 2))).IsSuccess);
        Assert.Equal("Name", Assert.Single((await service.SendAsync(new CreatePlanCommand(" ", 1, 1))).Errors).Field);
    }

    [Fact]
    public async Task Only_an_unused_plan_can_be_deleted()
    {
        var number = await service.HasNumberAsync();
        var used = (await service.SubscriptionAsync(number)).PlanId;
        var unused = (await service.SendAsync(new CreatePlanCommand($"Unused {Guid.NewGuid():N}", 1, 1))).Value;

        Assert.Equal([SubscriptionErrors.PlanInUse], (await service.SendAsync(new DeletePlanCommand(used))).Errors);
        Assert.True((await service.SendAsync(new DeletePlanCommand(unused))).IsSuccess);
        Assert.True((await service.SendAsync(new DeletePlanCommand(unused))).IsSuccess);
        Assert.Equal([used], (await service.SendAsync(new ListPlansQuery())).Select(plan => plan.Id).Where(id => id == used || id == unused));
    }

    [Fact]
    public async Task A_deactivated_subscription_takes_no_calls_until_it_is_activated()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });

        await service.SendAsync(new ChangeStatusCommand(number.SubscriptionId, IsActive: false));
        var refused = await LeaveMessageAsync(number);
        await service.SendAsync(new ChangeStatusCommand(number.SubscriptionId, IsActive: true));
        var taken = await LeaveMessageAsync(number);

        Assert.Empty(await service.VoicemailsOfAsync(refused.CallSid));
        Assert.Single(await service.VoicemailsOfAsync(taken.CallSid));
    }

    [Fact]
    public async Task Usage_counts_calls_and_messages_on_the_owners_day()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false }, voicemailQuota: 1);
        await LeaveMessageAsync(number);
        await LeaveMessageAsync(number);

        var usage = Assert.Single(await service.SendAsync(new GetUsageQuery(number.OwnerId, NewYork)));

        Assert.Equal(new Quota(1, 1), usage.Voicemails);
        Assert.Equal(1, usage.SealedVoicemails);
        Assert.Equal([number.E164], usage.Numbers.Select(own => own.E164));
        Assert.Equal((2, 2), (usage.Days.Sum(day => day.Calls), usage.Days.Sum(day => day.Voicemails)));
        Assert.Equal(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(service.Clock.GetUtcNow(), NewYork).DateTime), usage.Days[^1].Day);
        Assert.Empty(await service.SendAsync(new GetUsageQuery(new(Guid.CreateVersion7()), NewYork)));
    }

    [Fact]
    public async Task Looking_at_the_usage_starts_a_period_that_is_due_and_opens_sealed_messages()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false }, voicemailQuota: 1);
        await LeaveMessageAsync(number);
        var sealedCall = await LeaveMessageAsync(number);
        await service.ReadAsync(db => db.Subscriptions.Where(row => row.Id == number.SubscriptionId).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.StartedAt, service.Clock.GetUtcNow().AddDays(-40))
            .SetProperty(row => row.PeriodStart, service.Clock.GetUtcNow().AddDays(-40))
            .SetProperty(row => row.PeriodEnd, service.Clock.GetUtcNow().AddDays(-9))));

        var usage = Assert.Single(await service.SendAsync(new GetUsageQuery(number.OwnerId, NewYork)));

        Assert.Equal(new Quota(1, 1), usage.Voicemails);
        Assert.Equal(0, usage.SealedVoicemails);
        Assert.False(await IsSealedAsync(sealedCall));
        Assert.InRange(service.Clock.GetUtcNow(), usage.PeriodStart, usage.PeriodEnd);
    }

    [Fact]
    public async Task Who_is_near_a_limit_is_named_in_the_overview_and_in_the_list()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false }, forwardingQuota: 0, voicemailQuota: 4);
        await LeaveMessageAsync(number);
        await LeaveMessageAsync(number);
        Assert.DoesNotContain(await NearLimitAsync(), item => item.Id == number.SubscriptionId);

        await LeaveMessageAsync(number);

        Assert.Contains(await NearLimitAsync(), item => item.Id == number.SubscriptionId && item.Voicemails == new Quota(3, 4));
        var overview = await service.SendAsync(new GetOverviewQuery());
        Assert.True(overview.NearLimitCount >= overview.NearLimit.Count && overview.NearLimit.Count > 0);
        Assert.True(overview is { Numbers: > 0, Accounts: > 0, ActiveSubscriptions: > 0, CallsOfLastDay: >= 3, VoicemailsOfLastDay: >= 3 });
    }

    private async Task<IReadOnlyList<SubscriptionListItem>> NearLimitAsync() =>
        (await service.SendAsync(new ListSubscriptionsQuery(OnlyNearLimit: true))).Items;

    private async Task<bool> IsSealedAsync(CompletedCall call) => Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).IsSealed;

    private Task<CompletedCall> LeaveMessageAsync(TestNumber number) => service.Line.PlaceCallAsync(
        new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(SampleMessages.English[0]) },
        TestContext.Current.CancellationToken);

    public sealed class OnSqlite(SqliteService service) : ChangingQuotasTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ChangingQuotasTests(service), IClassFixture<PostgreSqlService>;
}
