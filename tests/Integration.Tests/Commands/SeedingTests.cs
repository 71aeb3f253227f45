using System.Security.Cryptography;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Commands;

/// <summary>Load-test data, whose form other programs rely on.</summary>
public abstract class SeedingTests(Installation installation) : CommandTests(installation)
{
    [Fact]
    public async Task A_number_is_ready_for_calls_and_its_owner_can_sign_in()
    {
        await Installation.SucceedsAsync("seed", "--numbers", "3", "--from", "41");

        await using var db = Installation.Open();
        var numbers = await db.MaskedNumbers.AsNoTracking().OrderBy(row => row.Number).ToListAsync(Cancellation);
        Assert.Equal(["+15550000041", "+15550000042", "+15550000043"], numbers.Select(number => number.Number.E164));
        var number = numbers[1];
        Assert.Equal(new ForwardingSettings { IsEnabled = true, Target = PhoneNumber.Parse("+15560000042") }, number.Forwarding);
        var owner = await db.Users.SingleAsync(user => user.Id == number.OwnerId.Value, Cancellation);
        Assert.Equal("user42@example.test", owner.Email);
        Assert.True(owner.EmailConfirmed);
        Assert.Equal(
            PasswordVerificationResult.Success, new PasswordHasher<ApplicationUser>().VerifyHashedPassword(owner, owner.PasswordHash!, "Passw0rd!Seed"));
        Assert.Equal("user42@example.test", (await db.Subscribers.SingleAsync(row => row.Id == number.OwnerId, Cancellation)).Email);
        var subscription = await db.Subscriptions.SingleAsync(row => row.Id == number.SubscriptionId, Cancellation);
        Assert.Equal((SubscriptionStatus.Active, 0, 1_000_000, 0, 1_000_000), Counters(subscription));
        Assert.True(subscription.PeriodStart <= DateTimeOffset.UtcNow && subscription.PeriodEnd > DateTimeOffset.UtcNow);
    }

    [Fact]
    public async Task The_same_request_makes_the_same_rows_and_another_one_changes_them()
    {
        string[] request = ["seed", "--numbers", "20", "--voicemails", "30"];
        await Installation.SucceedsAsync(request);
        var first = await SnapshotAsync();

        await Installation.SucceedsAsync(request);
        Assert.Equal(first, await SnapshotAsync());

        await Installation.SucceedsAsync("seed", "--numbers", "20", "--forwarding-quota", "7", "--voicemail-quota", "0", "--inactive", "--forwarding-off");
        await using var db = Installation.Open();
        Assert.All(
            await db.Subscriptions.ToListAsync(Cancellation),
            subscription => Assert.Equal((SubscriptionStatus.Inactive, 0, 7, 0, 0), Counters(subscription)));
        Assert.All(await db.MaskedNumbers.AsNoTracking().ToListAsync(Cancellation), number => Assert.False(number.Forwarding.IsEnabled));
        Assert.Equal(30, await db.Voicemails.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Every_message_has_its_call_its_text_and_its_audio()
    {
        await Installation.SucceedsAsync("seed", "--numbers", "2", "--from", "5", "--voicemails", "200");

        await using var db = Installation.Open();
        var number = await db.MaskedNumbers.AsNoTracking().SingleAsync(row => row.Number == PhoneNumber.Parse("+15550000005"), Cancellation);
        var messages = await db.Voicemails.AsNoTracking().OrderBy(row => row.ReceivedAt).ToListAsync(Cancellation);
        Assert.Equal(200, messages.Count);
        Assert.All(messages, message =>
        {
            Assert.Equal((number.Id, number.OwnerId, VoicemailStatus.Ready), (message.NumberId, message.OwnerId, message.Status));
            Assert.Equal(message.AudioSha256, HashOf(AudioOf(message)));
            Assert.False(string.IsNullOrWhiteSpace(message.Transcript));
        });
        Assert.Equal(messages.Select(message => message.Id.Value).Order(), messages.Select(message => message.Id.Value));
        Assert.True(messages.Select(message => message.Transcript).Distinct(StringComparer.Ordinal).Count() > 100);
        Assert.InRange(DateTimeOffset.UtcNow - messages[0].ReceivedAt, TimeSpan.FromDays(364), TimeSpan.FromDays(367));
        Assert.InRange(DateTimeOffset.UtcNow - messages[^1].ReceivedAt, TimeSpan.Zero, TimeSpan.FromDays(4));
        Assert.Equal(
            messages.Select(message => message.Id.Value),
            await db.Calls.OrderBy(call => call.StartedAt).Select(call => call.Id.Value).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task A_subscription_that_was_used_starts_a_new_period()
    {
        await Installation.SucceedsAsync("seed", "--numbers", "2");
        await Installation.ReadAsync(db => db.Subscriptions.Where(row => row.VoicemailQuota > 0).OrderBy(row => row.Id).Take(1)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ForwardingUsed, 3), Cancellation));
        var before = await Installation.ReadAsync(db => db.Subscriptions.OrderBy(row => row.Id).ToListAsync(Cancellation));

        await Installation.SucceedsAsync("seed", "--numbers", "2");

        var after = await Installation.ReadAsync(db => db.Subscriptions.OrderBy(row => row.Id).ToListAsync(Cancellation));
        Assert.Equal((0, true), (after[0].ForwardingUsed, after[0].PeriodStart > before[0].PeriodStart));
        Assert.Equal(before[1].PeriodStart, after[1].PeriodStart);
    }

    [Fact]
    public async Task What_is_not_load_test_data_is_never_overwritten()
    {
        Installation.Environment["Database__MigrateOnStart"] = "false";
        Fails(await Installation.RunAsync("seed", "--numbers", "1"), "Run the command migrate first.");
        Installation.Environment["Database__MigrateOnStart"] = "true";
        await Installation.SucceedsAsync("create-admin", "--email", "user3@example.test", "--password", "somebody's own");

        Fails(await Installation.RunAsync("seed", "--numbers", "5"), "Choose another range with --from.");
        Assert.Empty(await Installation.ReadAsync(db => db.MaskedNumbers.AsNoTracking().ToListAsync(Cancellation)));

        Installation.Environment["Seed__Allowed"] = "false";
        Fails(await Installation.RunAsync("seed", "--numbers", "1", "--from", "10"), "Seed:Allowed: ");
    }

    private static (SubscriptionStatus Status, int Forwarded, int ForwardingQuota, int Opened, int VoicemailQuota) Counters(Subscription subscription) =>
        (subscription.Status, subscription.ForwardingUsed, subscription.ForwardingQuota, subscription.VoicemailsUsed, subscription.VoicemailQuota);

    private static string HashOf(string file) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)));

    private string AudioOf(Voicemail message) => Directory.GetFiles(Installation.Recordings, $"{message.Id}.*", SearchOption.AllDirectories).Single();

    /// <summary>Every value of every row but the password hashes, whose salts differ.</summary>
    private async Task<string> SnapshotAsync()
    {
        await using var db = Installation.Open();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(Cancellation);
        List<string> lines = [];
        foreach (var table in (string[])["AspNetUsers", "Subscribers", "Subscriptions", "Plans", "MaskedNumbers", "Calls", "Voicemails"])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY \"Id\"";
            await using var rows = await command.ExecuteReaderAsync(Cancellation);
            while (await rows.ReadAsync(Cancellation))
            {
                lines.Add(string.Join('|', Enumerable.Range(0, rows.FieldCount).Where(column => rows.GetName(column) != "PasswordHash").Select(rows.GetValue)));
            }
        }

        return string.Join('\n', lines);
    }

    public sealed class OnSqlite() : SeedingTests(new SqliteInstallation());

    public sealed class OnPostgreSql() : SeedingTests(new PostgreSqlInstallation());
}
