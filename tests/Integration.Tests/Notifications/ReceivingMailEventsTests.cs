using System.Net;
using System.Text;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Mail;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Notifications;

/// <summary>SendGrid reports what became of mails: signed, in batches, in any order and repeatedly.</summary>
public abstract class ReceivingMailEventsTests(VoicemailService service)
{
    public static TheoryData<string, DeliveryState, SuppressionReason?> Reports => new()
    {
        { "processed", DeliveryState.Unknown, null },
        { "deferred", DeliveryState.Deferred, null },
        { "delivered", DeliveryState.Delivered, null },
        { "bounce", DeliveryState.Bounced, SuppressionReason.Bounced },
        { "blocked", DeliveryState.Bounced, null },
        { "dropped: Bounced Address", DeliveryState.Dropped, SuppressionReason.Bounced },
        { "dropped: Invalid", DeliveryState.Dropped, SuppressionReason.Invalid },
        { "dropped: Spam Reporting Address", DeliveryState.Dropped, SuppressionReason.SpamReported },
        { "dropped: Spam Content", DeliveryState.Dropped, null },
        { "spamreport", DeliveryState.SpamReported, SuppressionReason.SpamReported },
        { "open", DeliveryState.Unknown, null },
        { "something_new", DeliveryState.Unknown, null },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Each_report_is_kept_as_what_it_means(string report, DeliveryState state, SuppressionReason? suppression)
    {
        var number = await service.HasMailboxAsync();
        var (message, mail) = await service.HasAnnouncedMessageAsync(number);

        Assert.Equal(HttpStatusCode.NoContent, await service.Line.MailEvents.SendAsync(Announcements.Events, EventOf(mail, report)));

        var notification = (await service.NotificationAsync(message))!;
        Assert.Equal(state, notification.Delivery);
        Assert.Equal(state is DeliveryState.Unknown, notification.DeliveryAt is null);
        Assert.Equal(suppression, (await service.SuppressionAsync(number.OwnerEmail))?.Reason);
    }

    [Fact]
    public async Task All_orders_of_four_reports_come_to_the_same_end_also_when_each_comes_twice()
    {
        var number = await service.HasMailboxAsync();
        var outcomes = new HashSet<(DeliveryState, long?, string?)>();
        foreach (var order in Orders([0, 1, 2, 3]))
        {
            var (message, mail) = await service.HasAnnouncedMessageAsync(number);
            var start = DateTimeOffset.FromUnixTimeSeconds(mail.At.ToUnixTimeSeconds());
            MailEvent[] events =
            [
                MailEvent.Deferred(mail) with { At = start.AddSeconds(10) },
                MailEvent.Deferred(mail) with { At = start.AddSeconds(20) },
                MailEvent.Delivered(mail) with { At = start.AddSeconds(30) },
                MailEvent.Blocked(mail) with { At = start.AddSeconds(40) },
            ];

            foreach (var index in order)
            {
                await service.Line.MailEvents.SendAsync(Announcements.Events, events[index], events[index]);
                await service.Line.MailEvents.SendAsync(Announcements.Events, events[index]);
            }

            var end = (await service.NotificationAsync(message))!;
            outcomes.Add((end.Delivery, (long?)(end.DeliveryAt - start)?.TotalSeconds, end.DeliveryReason));
        }

        Assert.Equal((DeliveryState.Bounced, 40, "554 5.7.1 Service unavailable; client host blocked"), Assert.Single(outcomes));
    }

    [Fact]
    public async Task Ten_mails_to_one_address_that_come_back_at_once_each_reported_twice_are_one_suppression()
    {
        var number = await service.HasMailboxAsync();
        var mails = new List<SentMail>();
        for (var index = 0; index < 10; index++)
        {
            mails.Add((await service.HasAnnouncedMessageAsync(number)).Mail);
        }

        var answers = await Task.WhenAll(mails.Concat(mails).Select(mail => service.Line.MailEvents.SendAsync(Announcements.Events, MailEvent.Bounced(mail))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NoContent, answer));
        Assert.NotNull(await service.SuppressionAsync(number.OwnerEmail));
    }

    [Fact]
    public async Task What_the_other_side_says_is_kept_without_the_address()
    {
        var number = await service.HasMailboxAsync();
        var (message, mail) = await service.HasAnnouncedMessageAsync(number);

        await service.Line.MailEvents.SendAsync(Announcements.Events, MailEvent.Bounced(mail));

        Assert.Equal("550 5.1.1 … Recipient address rejected: User unknown", (await service.NotificationAsync(message))!.DeliveryReason);
    }

    [Fact]
    public async Task A_report_on_a_mail_whose_acceptance_was_never_heard_of_says_that_it_was_sent()
    {
        var number = await service.HasMailboxAsync();
        var (message, mail) = await service.HasAnnouncedMessageAsync(number, isAnswered: false);

        await service.Line.MailEvents.SendAsync(Announcements.Events, MailEvent.Processed(mail));

        Assert.Equal(NotificationStatus.Sent, (await service.NotificationAsync(message))!.Status);
    }

    [Fact]
    public async Task Foreign_mails_other_recipients_and_garbage_are_passed_over_and_do_not_hold_up_the_rest()
    {
        var number = await service.HasMailboxAsync();
        var (message, mail) = await service.HasAnnouncedMessageAsync(number);
        var (other, otherMail) = await service.HasAnnouncedMessageAsync(number);
        var (third, thirdMail) = await service.HasAnnouncedMessageAsync(number);
        var rest = MailEventWebhook.BodyOf(
            MailEvent.Bounced(mail with { CustomArgs = new Dictionary<string, string>() }),
            MailEvent.Bounced(mail with { CustomArgs = new Dictionary<string, string> { ["reference"] = Guid.NewGuid().ToString() } }),
            MailEvent.Bounced(mail with { CustomArgs = new Dictionary<string, string> { ["reference"] = "42" } }),
            MailEvent.Bounced(mail with { To = ["somebody.else@example.test"] }),
            MailEvent.Delivered(otherMail with { To = [number.OwnerEmail.ToUpperInvariant()] }));
        var garbage = $$$"""
            [null, 7, "delivered", [], {}, {"event": 5, "timestamp": "soon", "email": {}},
            {"\udc00": "\udc00", "event": "\ud83d"},
            {"reference": "{{{thirdMail.CustomArgs["reference"]}}}", "email": "{{{number.OwnerEmail}}}", "timestamp": 1600112492, "event": "deferred", "response": "\ud83d"},
            """;
        byte[] body = [.. Encoding.UTF8.GetBytes(garbage), .. rest.AsSpan(1)];

        Assert.Equal(HttpStatusCode.NoContent, await service.Line.MailEvents.SendAsync(Announcements.Events, body));

        Assert.Equal(DeliveryState.Unknown, (await service.NotificationAsync(message))!.Delivery);
        Assert.Equal(DeliveryState.Delivered, (await service.NotificationAsync(other))!.Delivery);
        Assert.Equal((DeliveryState.Deferred, null), ((await service.NotificationAsync(third))!.Delivery, (await service.NotificationAsync(third))!.DeliveryReason));
        Assert.Null(await service.SuppressionAsync(number.OwnerEmail));
        Assert.Null(await service.SuppressionAsync("somebody.else@example.test"));
    }

    [Fact]
    public async Task A_full_batch_is_taken_and_a_body_beyond_all_reason_is_not()
    {
        var number = await service.HasMailboxAsync();
        var (message, mail) = await service.HasAnnouncedMessageAsync(number);

        var full = await service.Line.MailEvents.SendAsync(
            Announcements.Events,
            [.. Enumerable.Range(0, 999).Select(index => MailEvent.Delivered(mail with
            {
                CustomArgs = new Dictionary<string, string> { ["reference"] = Guid.NewGuid().ToString() },
            })), MailEvent.Delivered(mail)]);
        var huge = await service.Line.MailEvents.SendAsync(Announcements.Events, [.. "["u8, .. new byte[3_000_000], .. "]"u8]);

        Assert.Equal(HttpStatusCode.NoContent, full);
        Assert.Equal(DeliveryState.Delivered, (await service.NotificationAsync(message))!.Delivery);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, huge);
    }

    [Fact]
    public async Task While_the_database_fails_the_batch_is_refused_so_that_SendGrid_brings_it_again()
    {
        var number = await service.HasMailboxAsync();
        var (message, mail) = await service.HasAnnouncedMessageAsync(number);
        var report = MailEvent.Delivered(mail);

        await service.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Notifications" RENAME TO "Hidden" """));
        var refused = await service.Line.MailEvents.SendAsync(Announcements.Events, report);
        await service.ReadAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Hidden" RENAME TO "Notifications" """));
        var taken = await service.Line.MailEvents.SendAsync(Announcements.Events, report);

        Assert.InRange((int)refused, 500, 599);
        Assert.Equal(HttpStatusCode.NoContent, taken);
        Assert.Equal(DeliveryState.Delivered, (await service.NotificationAsync(message))!.Delivery);
    }

    private static MailEvent EventOf(SentMail mail, string report) => report switch
    {
        "processed" => MailEvent.Processed(mail),
        "deferred" => MailEvent.Deferred(mail),
        "delivered" => MailEvent.Delivered(mail),
        "bounce" => MailEvent.Bounced(mail),
        "blocked" => MailEvent.Blocked(mail),
        "spamreport" => MailEvent.SpamReported(mail),
        _ when report.StartsWith("dropped: ", StringComparison.Ordinal) => MailEvent.Dropped(mail, report["dropped: ".Length..]),
        _ => MailEvent.Of(mail, report),
    };

    private static IEnumerable<int[]> Orders(int[] items) => items.Length == 1
        ? [items]
        : items.SelectMany(first => Orders([.. items.Where(item => item != first)]), (first, rest) => (int[])[first, .. rest]);

    public sealed class OnSqlite(SqliteService service) : ReceivingMailEventsTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ReceivingMailEventsTests(service), IClassFixture<PostgreSqlService>;
}
