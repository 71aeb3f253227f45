using MaskedVoicemail.Application.Numbers;
using MaskedVoicemail.Application.Numbers.AssignNumber;
using MaskedVoicemail.Application.Numbers.GetNumber;
using MaskedVoicemail.Application.Numbers.ListNumbers;
using MaskedVoicemail.Application.Numbers.MoveNumber;
using MaskedVoicemail.Application.Numbers.ReleaseNumber;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Numbers;

/// <summary>How numbers come to their owners, change hands and go, and that messages stay where they belong.</summary>
public abstract class AssigningNumbersTests(VoicemailService service)
{
    private static int _numbers;

    [Fact]
    public async Task An_assigned_number_takes_calls_at_once()
    {
        var owner = await service.HasNumberAsync();
        var fresh = NextNumber();

        var assigned = await service.SendAsync(await FormAsync(owner, fresh) with { OwnerEmail = owner.OwnerEmail.ToUpperInvariant() });

        Assert.True(assigned.IsSuccess);
        var call = await LeaveMessageAsync(fresh);
        Assert.Equal(owner.OwnerId, Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).OwnerId);
    }

    [Fact]
    public async Task A_number_gets_a_subscription_of_its_own_unless_it_is_to_share_one()
    {
        var owner = await service.HasNumberAsync();
        var form = await FormAsync(owner, NextNumber());

        var own = await service.SendAsync(form);
        var shared = await service.SendAsync(form with { Number = NextNumber(), SharesSubscription = true });

        Assert.NotEqual(owner.SubscriptionId, await SubscriptionOfAsync(own.Value));
        Assert.Equal(owner.SubscriptionId, await SubscriptionOfAsync(shared.Value));
    }

    [Fact]
    public async Task A_number_cannot_be_assigned_twice_not_even_at_the_same_moment()
    {
        var owner = await service.HasNumberAsync();
        var form = await FormAsync(owner, NextNumber());

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.SendAsync(form)));

        Assert.Single(answers, answer => answer.IsSuccess);
        Assert.All(answers.Where(answer => !answer.IsSuccess), answer => Assert.Equal([NumberErrors.AlreadyAssigned], answer.Errors));
    }

    [Fact]
    public async Task Who_has_no_account_gets_no_number()
    {
        var owner = await service.HasNumberAsync();

        var refused = await service.SendAsync(await FormAsync(owner, NextNumber()) with { OwnerEmail = "nobody@example.test" });

        Assert.Equal([OwnerErrors.NoSuchAccount], refused.Errors);
    }

    [Fact]
    public async Task A_number_without_plan_or_with_itself_as_target_is_refused()
    {
        var owner = await service.HasNumberAsync();
        var form = await FormAsync(owner, NextNumber());

        Assert.Equal([SubscriptionErrors.PlanNotFound], (await service.SendAsync(form with { PlanId = default })).Errors);
        Assert.Equal([NumberErrors.TargetIsMasked], (await service.SendAsync(form with { Target = form.Number })).Errors);
        Assert.Equal(["Number", "OwnerEmail"], (await service.SendAsync(form with { Number = "", OwnerEmail = "" })).Errors.Select(error => error.Field));
    }

    [Fact]
    public async Task A_moved_number_leaves_its_messages_and_its_owners_phone_behind()
    {
        var former = await service.HasNumberAsync(settings => settings with { IsEnabled = false, EmailForVoicemail = "former@example.test" });
        var next = await service.HasNumberAsync();
        var call = await LeaveMessageAsync(former.E164);

        var moved = await service.SendAsync(new MoveNumberCommand(former.Id, next.OwnerEmail, await PlanOfAsync(next), SharesSubscription: false));

        Assert.True(moved.IsSuccess);
        Assert.Equal(former.OwnerId, Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).OwnerId);
        var number = await NumberAsync(former.Id);
        Assert.Equal(next.OwnerId, number.OwnerId);
        Assert.Equal(new ForwardingSettings { Language = number.Forwarding.Language }, number.Forwarding);
    }

    [Fact]
    public async Task A_number_cannot_be_moved_to_its_owner()
    {
        var number = await service.HasNumberAsync();

        var refused = await service.SendAsync(new MoveNumberCommand(number.Id, number.OwnerEmail, await PlanOfAsync(number), SharesSubscription: false));

        Assert.Equal("OwnerEmail", Assert.Single(refused.Errors).Field);
    }

    [Fact]
    public async Task A_released_number_is_rejected_keeps_its_messages_and_can_be_assigned_again()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        var before = await LeaveMessageAsync(number.E164);

        Assert.True((await service.SendAsync(new ReleaseNumberCommand(number.Id))).IsSuccess);
        Assert.True((await service.SendAsync(new ReleaseNumberCommand(number.Id))).IsSuccess);

        var rejected = await LeaveMessageAsync(number.E164);
        Assert.False(await service.ReadAsync(db => db.Calls.AnyAsync(call => call.Sid == rejected.CallSid)));
        Assert.Single(await service.VoicemailsOfAsync(before.CallSid));
        Assert.Null((await NumberAsync(number.Id)).Forwarding.Target);
        Assert.Equal([NumberErrors.NotFound], (await service.SendAsync(new GetNumberQuery(number.Id))).Errors);

        var next = await service.HasNumberAsync();
        var again = await service.SendAsync(await FormAsync(next, number.E164));
        Assert.Equal(number.Id, again.Value);
        Assert.Equal(next.OwnerId, (await NumberAsync(number.Id)).OwnerId);
        Assert.Null((await NumberAsync(number.Id)).ReleasedAt);
    }

    [Fact]
    public async Task Numbers_are_found_by_some_of_their_digits_and_by_their_owners_address()
    {
        var number = await service.HasNumberAsync();
        await LeaveMessageAsync(number.E164);

        foreach (var search in new[] { number.E164[^7..], $"{number.E164[2..5]}-{number.E164[5..]}", number.OwnerEmail.ToUpperInvariant(), number.OwnerEmail[..8] })
        {
            var page = await service.SendAsync(new ListNumbersQuery(search));

            var found = Assert.Single(page.Items, item => item.Id == number.Id);
            Assert.Equal(number.OwnerEmail, found.OwnerEmail);
            Assert.NotNull(found.LastCallAt);
        }

        Assert.Empty((await service.SendAsync(new ListNumbersQuery("%"))).Items);
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page_and_names_each_number_once()
    {
        for (var count = 0; count <= ListNumbersQuery.PageSize; count++)
        {
            await service.HasNumberAsync();
        }

        var seen = new List<MaskedNumberId>();
        var page = 0;
        NumbersPage shown;
        do
        {
            shown = await service.SendAsync(new ListNumbersQuery(Page: ++page));
            seen.AddRange(shown.Items.Select(item => item.Id));
        }
        while (shown.HasMore);

        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(seen.Count, await service.ReadAsync(db => db.MaskedNumbers.CountAsync(number => number.ReleasedAt == null)));
    }

    private static string NextNumber() => $"+1700555{Interlocked.Increment(ref _numbers):0000}";

    private async Task<AssignNumberCommand> FormAsync(TestNumber owner, string number) =>
        new(number, owner.OwnerEmail, await PlanOfAsync(owner), SharesSubscription: false, Language.English, Target: null);

    private Task<PlanId> PlanOfAsync(TestNumber number) =>
        service.ReadAsync(db => db.Subscriptions.Where(row => row.Id == number.SubscriptionId).Select(row => row.PlanId).SingleAsync());

    private Task<SubscriptionId> SubscriptionOfAsync(MaskedNumberId id) =>
        service.ReadAsync(db => db.MaskedNumbers.Where(number => number.Id == id).Select(number => number.SubscriptionId).SingleAsync());

    private Task<MaskedNumber> NumberAsync(MaskedNumberId id) => service.ReadAsync(db => db.MaskedNumbers.AsNoTracking().SingleAsync(number => number.Id == id));

    private Task<CompletedCall> LeaveMessageAsync(string number) => service.Line.PlaceCallAsync(
        new PhoneCall { From = "+12125550100", To = number, Caller = CallerBehaviour.LeavesMessage(SampleMessages.English[0]) },
        TestContext.Current.CancellationToken);

    public sealed class OnSqlite(SqliteService service) : AssigningNumbersTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : AssigningNumbersTests(service), IClassFixture<PostgreSqlService>;
}
