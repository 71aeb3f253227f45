using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>Shows a new developer a service in use: an owner with an English and a Chinese number, their messages and calls, and an administrator.</summary>
public sealed class DemoData(
    AppDbContext db,
    UserManager<ApplicationUser> users,
    AdministratorAccounts administrators,
    DemoAccounts accounts,
    IRecordingStore recordings,
    IHostEnvironment environment,
    TimeProvider clock)
{
    private const string EnglishNumber = "+15005550006";
    private const string ChineseNumber = "+15005550009";
    private const string Target = "+14155550100";

    /// <summary>Into the period: all calls of the demonstration belong to it.</summary>
    private static readonly TimeSpan SinceStart = TimeSpan.FromDays(20);

    /// <summary>Fills a database that has no accounts, in Development only.</summary>
    public async Task SeedAsync(IReadOnlyList<DemoMessage> messages, CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || await accounts.AnyAsync(cancellationToken))
        {
            return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var administrator = await administrators.CreateAsync(DemoAccounts.Administrator, DemoAccounts.Password, cancellationToken);
        if (!administrator.IsSuccess)
        {
            throw new InvalidOperationException(administrator.Errors[0].Message);
        }

        await AddOwnerAsync(messages, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task AddOwnerAsync(IReadOnlyList<DemoMessage> messages, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var start = now - SinceStart;
        var account = new ApplicationUser
        {
            Id = SubscriberId.New(start).Value, UserName = DemoAccounts.Owner, Email = DemoAccounts.Owner, EmailConfirmed = true,
        };
        var created = await users.CreateAsync(account, DemoAccounts.Password);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException(created.ToString());
        }

        var owner = Subscriber.Create(new SubscriberId(account.Id), DemoAccounts.Owner, Language.English, "America/Los_Angeles", start);
        var starter = Plan.Create("Starter", 100, 50, start);
        var business = Plan.Create("Business", 1000, 500, start);
        var subscription = Subscription.Start(owner.Id, starter, start);
        var numbers = new Dictionary<Language, MaskedNumber>
        {
            [Language.English] = Assign(EnglishNumber, Language.English, subscription, start),
            [Language.Chinese] = Assign(ChineseNumber, Language.Chinese, subscription, start.AddMilliseconds(1)),
        };
        db.AddRange([owner, starter, business, subscription, .. numbers.Values]);
        await AddCallsAsync(numbers, subscription, messages, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task AddCallsAsync(
        Dictionary<Language, MaskedNumber> numbers,
        Subscription subscription,
        IReadOnlyList<DemoMessage> messages,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        var log = new DemoCallLog(db, recordings, now);
        var left = messages.GroupBy(message => message.Language).ToDictionary(group => group.Key, group => new Queue<DemoMessage>(group));
        var spoken = 0;
        foreach (var call in DemoCall.All)
        {
            var message = call.LeavesMessage ? left.GetValueOrDefault(call.Line)?.TryDequeue(out var next) is true ? next : null : null;
            spoken += message is null ? 0 : 1;
            await log.AddAsync(call, numbers[call.Line], subscription, message, cancellationToken);
        }

        // The counters are what the calls used.
        var used = db.Entry(subscription);
        used.Property(row => row.ForwardingUsed).CurrentValue = DemoCall.All.Count(call => call.TalkSeconds is not null);
        used.Property(row => row.VoicemailsUsed).CurrentValue = spoken;
    }

    private static MaskedNumber Assign(string number, Language language, Subscription subscription, DateTimeOffset now) => MaskedNumber.Assign(
        PhoneNumber.Parse(number),
        subscription,
        new ForwardingSettings { IsEnabled = true, Target = PhoneNumber.Parse(Target), Language = language },
        now);
}
