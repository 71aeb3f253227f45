using System.Net;
using System.Text.RegularExpressions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MaskedVoicemail.Integration.Tests.Voicemails;

/// <summary>A search looks through the newest messages first, and through all of them where those do not fill a page.</summary>
public abstract partial class SearchingLargeMailboxesTests(VoicemailService service)
{
    private const int Newer = 1010;

    [Fact]
    public async Task Both_what_is_rare_and_old_and_what_is_frequent_is_found_page_by_page()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        var old = new[]
        {
            await service.HasMessageAsync(number, text: "The xylophone, dear", at: service.Clock.GetUtcNow().AddHours(-3)),
            await service.HasMessageAsync(number, text: "Dear you, once more", at: service.Clock.GetUtcNow().AddHours(-2)),
        };
        await HasNewerMessagesAsync(number);
        using var reader = new Reader(service, number.OwnerId);

        Assert.Equal([old[0].ToString()], Rows(await reader.ReadAsync("/voicemails?q=XYLOPHONE")));

        var found = new List<string>();
        var page = await reader.ReadAsync("/voicemails?q=dear");
        found.AddRange(Rows(page));
        while (Older().Match(page) is { Success: true } link)
        {
            page = await reader.ReadAsync(WebUtility.HtmlDecode(link.Groups["url"].Value));
            found.AddRange(Rows(page));
        }

        Assert.Equal(Newer / 2 + old.Length, found.Distinct().Count());
        Assert.Equal(found.Count, found.Distinct().Count());
        Assert.Equal(old.Reverse().Select(id => id.ToString()), found.TakeLast(2));
    }

    private static string[] Rows(string page) => [.. Row().Matches(page).Select(match => match.Groups["id"].Value)];

    /// <summary>Each second of them says "dear".</summary>
    private async Task HasNewerMessagesAsync(TestNumber number)
    {
        var expected = await service.ExpectsMessageAsync(number, "+12125550100", callerName: null, service.Clock.GetUtcNow());
        await service.ChangeAsync(async db =>
        {
            var call = await db.Calls.SingleAsync(row => db.Voicemails.Any(voicemail => voicemail.Id == expected && voicemail.CallId == row.Id));
            for (var index = 0; index < Newer; index++)
            {
                var voicemail = Voicemail.ExpectAnother(call, service.Clock.GetUtcNow());
                voicemail.Record($"RE{Guid.NewGuid():N}", 5, paidIn: service.Clock.GetUtcNow(), isTranscribed: false, service.Clock.GetUtcNow());
                voicemail.Transcribe(index % 2 == 0 ? "Hello dear" : "Hello");
                db.Voicemails.Add(voicemail);
            }
        });
    }

    [GeneratedRegex("data-voicemail=\"(?<id>[^\"]+)\"")]
    private static partial Regex Row();

    [GeneratedRegex("<a [^>]*rel=\"next\" href=\"(?<url>[^\"]+)\"")]
    private static partial Regex Older();

    public sealed class OnSqlite(SqliteService service) : SearchingLargeMailboxesTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : SearchingLargeMailboxesTests(service), IClassFixture<PostgreSqlService>
    {
        [Fact]
        public async Task The_index_of_texts_fits_what_is_asked()
        {
            var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
            using var reader = new Reader(service, number.OwnerId);
            using var statements = new SentStatements();

            // EF Core looks once a second whether anybody listens.
            using var search = await service.EventuallyAsync(
                async () =>
                {
                    await reader.ReadAsync("/voicemails?q=metronome");
                    return statements.Last(command => command.Parameters.Cast<NpgsqlParameter>().Any(parameter => parameter.Value is "%metronome%"));
                },
                command => command is not null,
                "the search was seen");

            // On so small a table PostgreSQL would take another way, so there is none.
            var plan = await service.ReadAsync(async db =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.Database.ExecuteSqlRawAsync(
                    "SET LOCAL enable_seqscan = off; DROP INDEX \"IX_Voicemails_OwnerId_ReceivedAt_Id\", \"IX_Voicemails_New\"");
                search!.Connection = (NpgsqlConnection)db.Database.GetDbConnection();
                search.CommandText = $"EXPLAIN {search.CommandText}";
                await using var lines = await search.ExecuteReaderAsync();
                var read = new List<string>();
                while (await lines.ReadAsync())
                {
                    read.Add(lines.GetString(0));
                }

                return string.Join('\n', read);
            });

            Assert.Contains("Bitmap Index Scan on \"IX_Voicemails_Search\"", plan);
        }
    }
}
