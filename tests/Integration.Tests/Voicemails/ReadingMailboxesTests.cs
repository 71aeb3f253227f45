using System.Text.RegularExpressions;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Voicemails;

/// <summary>
/// On PostgreSQL a list is read by one statement of its own, and what a search finds, or another page tells, by EF Core. Both say what a subscriber sees;
/// nothing but these tests ties them.
/// </summary>
public abstract partial class ReadingMailboxesTests(VoicemailService service)
{
    [Fact]
    public async Task A_list_has_the_rows_that_a_search_has_which_finds_everything()
    {
        var (number, second) = (await HasNumberAsync(), await HasNumberAsync());
        await GiveAsync(second, number.OwnerId);
        await service.HasMessageAsync(await HasNumberAsync(), callerName: "Finch");
        await service.ExpectsMessageAsync(number, "+12125550100", "Finch", service.Clock.GetUtcNow());
        using var reader = new Reader(service, number.OwnerId);
        foreach (var called in new[] { number, second })
        {
            await service.HasMessageAsync(called, callerName: "Finch", text: new string('a', 500));
            await service.HasMessageAsync(called, "anonymous", "Finch", "Short");
            await service.HasMessageAsync(called, "sip:finch@example.com", "Finch", isSealed: true);
            foreach (var action in new[] { "heard", "archive", "delete" })
            {
                var message = await service.HasMessageAsync(called, "+8613800138000", "Finch", "雀");
                (await reader.PostAsync($"/voicemails/{message}/{action}")).Dispose();
            }
        }

        foreach (var folder in new[] { "inbox", "archived", "deleted" })
        {
            foreach (var only in new[] { "", $"&number={number.Id}", $"&number={second.Id}" })
            {
                var list = RowsOf(await reader.ReadAsync($"/voicemails?folder={folder}{only}"));
                Assert.Equal((folder is "inbox" ? 4 : 1) * (only.Length == 0 ? 2 : 1), Message().Count(list));
                Assert.Equal(RowsOf(await reader.ReadAsync($"/voicemails?folder={folder}{only}&q=finch")), list);
            }
        }
    }

    [Fact]
    public async Task A_message_names_the_number_that_was_called_where_that_is_somebody_elses_by_now()
    {
        var (number, second, given) = (await HasNumberAsync(), await HasNumberAsync(), await HasNumberAsync());
        await GiveAsync(second, number.OwnerId);
        await GiveAsync(given, number.OwnerId);
        await service.HasMessageAsync(given, callerName: "Chaffinch");
        await GiveAsync(given, given.OwnerId);
        using var reader = new Reader(service, number.OwnerId);

        var list = RowsOf(await reader.ReadAsync("/voicemails"));

        Assert.Contains("<span>to <span class=\"phone\">", list, StringComparison.Ordinal);
        Assert.Equal(RowsOf(await reader.ReadAsync("/voicemails?q=chaffinch")), list);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(120)]
    public async Task The_inbox_tells_how_many_messages_are_new_as_every_other_page_does(int messages)
    {
        var number = await HasNumberAsync();
        var heard = await service.HasMessageAsync(number);
        await service.HasMessageAsync(number, isSealed: true);
        using var reader = new Reader(service, number.OwnerId);
        (await reader.PostAsync($"/voicemails/{heard}/heard")).Dispose();
        for (var index = 0; index < messages; index++)
        {
            await service.HasMessageAsync(number);
        }

        var inbox = CountIn(await reader.ReadAsync("/voicemails"));

        Assert.Equal(messages switch { 0 => "", 3 => "3", _ => "99+" }, inbox);
        Assert.Equal(CountIn(await reader.ReadAsync("/calls")), inbox);
    }

    [Fact]
    public async Task The_inbox_says_that_mail_comes_back_until_it_is_tried_again()
    {
        const string Trouble = "Mail comes back";
        var (number, other) = (await HasNumberAsync(), await HasNumberAsync());
        using var reader = new Reader(service, number.OwnerId);
        using var bystander = new Reader(service, other.OwnerId);
        Assert.DoesNotContain(Trouble, await reader.ReadAsync("/voicemails"));

        var address = await service.ReadAsync(db => db.Subscribers.Where(row => row.Id == number.OwnerId).Select(row => row.Email).SingleAsync());
        await service.ChangeAsync(db =>
        {
            db.Add(SuppressedAddress.Create(address, SuppressionReason.Bounced, service.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });

        Assert.Contains(Trouble, await reader.ReadAsync("/voicemails"));
        Assert.DoesNotContain(Trouble, await bystander.ReadAsync("/voicemails"));

        await service.ChangeAsync(db => db.SuppressedAddresses.ExecuteUpdateAsync(set => set.SetProperty(row => row.LiftedAt, service.Clock.GetUtcNow())));
        Assert.DoesNotContain(Trouble, await reader.ReadAsync("/voicemails"));
    }

    private Task<TestNumber> HasNumberAsync() => service.HasNumberAsync(settings => settings with { IsEnabled = false }, voicemailQuota: 1000, forwardingQuota: 1000);

    private Task GiveAsync(TestNumber number, SubscriberId owner) => service.ChangeAsync(db => db.MaskedNumbers
        .Where(row => row.Id == number.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.OwnerId, owner)));

    private static string RowsOf(string page) => List().Match(page).Value;

    private static string CountIn(string page) => Count().Match(page).Groups["count"].Value;

    [GeneratedRegex("""<ul class="items">.*?</form>""", RegexOptions.Singleline)]
    private static partial Regex List();

    [GeneratedRegex("data-voicemail=")]
    private static partial Regex Message();

    [GeneratedRegex("""<span class="count">(<span data-new-count>)?(?<count>[0-9+]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Count();

    public sealed class OnSqlite(SqliteService service) : ReadingMailboxesTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : ReadingMailboxesTests(service), IClassFixture<PostgreSqlService>
    {
        private const int Messages = 3000;

        private readonly VoicemailService _service = service;

        [Fact]
        public async Task A_page_reads_no_more_of_a_mailbox_than_it_shows()
        {
            var number = await HasNumberAsync();
            var message = await _service.HasMessageAsync(number);
            await _service.ChangeAsync(async db =>
            {
                var call = await db.Calls.SingleAsync(row => db.Voicemails.Any(voicemail => voicemail.Id == message && voicemail.CallId == row.Id));
                for (var index = 0; index < Messages; index++)
                {
                    var voicemail = Voicemail.ExpectAnother(call, _service.Clock.GetUtcNow());
                    voicemail.Record($"RE{Guid.NewGuid():N}", 5, paidIn: _service.Clock.GetUtcNow(), isTranscribed: false, _service.Clock.GetUtcNow());
                    db.Voicemails.Add(voicemail);
                }
            });

            // Ten mailboxes, one beside the other, and many numbers.
            await ExecuteAsync($"""
                UPDATE "Voicemails" SET "NumberId" = "Id", "OwnerId" = md5((abs(hashtext("Id"::text)) % 10)::text)::uuid
                WHERE abs(hashtext("Id"::text)) % 10 <> 0
                """);
            await ExecuteAsync($"""VACUUM ANALYZE "Voicemails" """);
            
            var (scansBefore, rowsBefore) = await ReadSoFarAsync();
            using var reader = new Reader(_service, number.OwnerId);

            // The server counts with a delay.
            var (scans, rows) = await _service.EventuallyAsync(
                async () =>
                {
                    await reader.ReadAsync("/voicemails");
                    return await ReadSoFarAsync();
                },
                use => use.Scans > scansBefore,
                "pages were counted");

            Assert.InRange((rows - rowsBefore) / (scans - scansBefore), 1, Messages / 50);
        }

        private Task ExecuteAsync(FormattableString statement) => _service.ChangeAsync(db => db.Database.ExecuteSqlAsync(statement));

        private Task<IndexUse> ReadSoFarAsync() => _service.ReadAsync(db => db.Database.SqlQuery<IndexUse>($"""
            SELECT SUM(idx_scan)::bigint AS "Scans", SUM(idx_tup_read)::bigint AS "Rows" FROM pg_stat_user_indexes
            WHERE indexrelname = 'IX_Voicemails_OwnerId_ReceivedAt_Id'
            """).SingleAsync());

        private sealed record IndexUse(long Scans, long Rows);
    }
}
