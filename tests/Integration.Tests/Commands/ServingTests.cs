using System.Net;
using System.Net.Sockets;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Commands;

/// <summary>What the program does when it starts, and what it answers to orchestrators.</summary>
public abstract class ServingTests(Installation installation) : CommandTests(installation)
{
    [Fact]
    public async Task In_Production_the_server_starts_before_its_database_and_serves_once_that_is_there()
    {
        Installation.Environment.Remove("Database__MigrateOnStart");
        await using var server = Installation.Serve();
        using var client = await server.ListensAsync();

        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(client, "/healthz"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AnswerAsync(client, "/readyz"));
        await Task.Delay(TimeSpan.FromSeconds(3), Cancellation);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await AnswerAsync(client, "/readyz"));

        await Installation.SucceedsAsync("migrate");

        await server.PrintsAsync("The database is ready");
        await IsReadyAsync(client);
        Assert.Single(Lines(server, "The database lacks migrations of this version"));
        Assert.DoesNotContain("   at ", server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_there_is_no_database_pages_say_so_and_work_once_it_is_there()
    {
        Installation.Environment.Remove("Database__MigrateOnStart");
        await using var server = Installation.Serve();
        using var client = await server.ListensAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/account/login");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");

        using var page = await client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("</html>", await page.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await Installation.SucceedsAsync("migrate");
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(client, "/account/login"));
        Assert.Equal(1, await Installation.ReadAsync(db => db.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM "DataProtectionKeys" """).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task The_health_endpoints_answer_anybody_without_cookies_or_redirects()
    {
        await using var server = Installation.Serve();
        using var client = await server.ListensAsync();
        await IsReadyAsync(client);

        foreach (var path in (string[])["/healthz", "/readyz"])
        {
            using var answer = await client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.True(answer.Headers.CacheControl!.NoStore);
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancellation);
            Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        }
    }

    [Fact]
    public async Task A_request_that_is_on_its_way_when_the_program_is_asked_to_stop_is_answered()
    {
        await using var server = Installation.Serve();
        using var client = await server.ListensAsync();
        await IsReadyAsync(client);
        using var connection = new TcpClient();
        await connection.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port, Cancellation);
        await using var stream = connection.GetStream();

        await server.TerminateAsync();
        await ListensNoMoreAsync(client.BaseAddress);
        await stream.WriteAsync("GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray(), Cancellation);

        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 200", await reader.ReadToEndAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(0, (await server.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task What_only_the_start_needed_of_the_programs_files_does_not_stay_in_memory()
    {
        await using var server = Installation.Serve();
        long now = 0, most = 0;

        await Eventually.IsSoAsync(
            () =>
            {
                now = server.ResidentLibraries();
                most = Math.Max(most, now);
                return Task.FromResult(now < most / 2);
            },
            "most of the files is let go of",
            () => $"{now} of {most} KiB are in memory");

        using var client = await server.ListensAsync();
        await IsReadyAsync(client);
    }

    [Fact]
    public async Task In_Development_the_first_start_shows_a_service_in_use_and_says_how_to_get_in()
    {
        Installation.Environment.Clear();
        await Installation.InitializeAsync();
        Installation.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        Installation.Environment["ASPNETCORE_URLS"] = Installation.AnyPort;

        for (var start = 1; start <= 2; start++)
        {
            await using var server = Installation.Serve();
            using var client = await server.ListensAsync();
            await server.PrintsAsync("Sent mail");

            await IsReadyAsync(client);
            Assert.Single(Lines(server, $"MaskedVoicemail   {client.BaseAddress!.OriginalString.TrimEnd('/')}"));
            Assert.Single(Lines(server, "owner@example.test  Demo-Passw0rd"));
            Assert.Single(Lines(server, "admin@example.test  Demo-Passw0rd"));
        }

        await using var db = Installation.Open();
        Assert.Equal(2, await db.Users.CountAsync(Cancellation));
        Assert.Equal(2, await db.MaskedNumbers.CountAsync(Cancellation));
        var messages = await db.Voicemails.AsNoTracking().Where(message => message.Status == VoicemailStatus.Ready).ToListAsync(Cancellation);
        Assert.Equal(8, messages.Count);
        Assert.All(messages, message => Assert.Single(Directory.GetFiles(Installation.Recordings, $"{message.Id}.*", SearchOption.AllDirectories)));
        var subscription = await db.Subscriptions.SingleAsync(Cancellation);
        Assert.Equal(await db.Calls.CountAsync(call => call.Outcome == CallOutcome.Answered, Cancellation), subscription.ForwardingUsed);
        Assert.Equal(8, subscription.VoicemailsUsed);
    }

    private static async Task ListensNoMoreAsync(Uri address)
    {
        while (true)
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(address.Host, address.Port, Cancellation);
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    /// <summary>A node that listens warms up first, and says 503 meanwhile.</summary>
    private static Task IsReadyAsync(HttpClient client) =>
        Eventually.IsSoAsync(async () => await AnswerAsync(client, "/readyz") is HttpStatusCode.OK, "the program is ready");

    private static async Task<HttpStatusCode> AnswerAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Cancellation);
        return answer.StatusCode;
    }

    private static IEnumerable<string> Lines(ProgramProcess server, string text) =>
        server.Output.Split('\n').Where(line => line.Contains(text, StringComparison.Ordinal));

    public sealed class OnSqlite() : ServingTests(new SqliteInstallation());

    public sealed class OnPostgreSql() : ServingTests(new PostgreSqlInstallation());
}
