using System.Globalization;
using System.Net;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Integration.Tests.Persistence;

/// <summary>
/// The driver prepares a statement on its fifth use. What goes wrong at that very moment is over once it is told: nothing that comes after it fails, too.
/// </summary>
public sealed class FailingWhilePreparingTests(LinkedPostgreSqlService service) : IClassFixture<LinkedPostgreSqlService>
{
    private const int UsesUntilPrepared = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_connection_that_breaks_costs_one_statement()
    {
        await service.HasNumberAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.Database.OpenConnectionAsync(Cancellation);
        await UseUntilPreparedAsync(db, "breaks");
        service.Link.Cut();
        await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(db, "breaks"));
        await db.Database.CloseConnectionAsync();
        service.Link.Mend();

        for (var use = 0; use < UsesUntilPrepared + 1; use++)
        {
            Assert.True(await AskAsync(db, "works"));
        }
    }

    [Fact]
    public async Task A_cancellation_costs_one_statement()
    {
        await service.HasNumberAsync();
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await db.Database.OpenConnectionAsync(Cancellation);
        await UseUntilPreparedAsync(db, "cancelled");
        service.Link.CancelPreparation("cancelled");
        await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(db, "cancelled"));

        Assert.True(await AskAsync(db, "cancelled"));
    }

    [Fact]
    public async Task A_cancellation_within_a_transaction_is_told_as_what_it_is()
    {
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        await using (await db.Database.BeginTransactionAsync(Cancellation))
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Database.ExecuteSqlAsync($"SELECT pg_sleep(3600)", patience.Token));
        }

        Assert.True(await db.Database.CanConnectAsync(Cancellation));
    }

    [Theory]
    [InlineData("/voicemails", """FROM "Voicemails" v""")]
    [InlineData("/voicemails/{0}/audio", """SELECT v."AudioContentType""")]
    public async Task A_cancelled_page_is_shown_when_it_is_asked_for_again(string path, string statement)
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false });
        using var reader = new Reader(service, number.OwnerId);
        var page = string.Format(CultureInfo.InvariantCulture, path, await service.HasMessageAsync(number));
        service.Link.CancelPreparation(statement);
        var answers = new List<HttpStatusCode>();
        while (!answers.Contains(HttpStatusCode.InternalServerError))
        {
            answers.Add(await AskAsync(reader, page));
        }

        for (var use = 0; use < UsesUntilPrepared; use++)
        {
            Assert.Equal(answers[0], await AskAsync(reader, page));
        }
    }

    private static async Task UseUntilPreparedAsync(AppDbContext db, string name)
    {
        for (var use = 1; use < UsesUntilPrepared; use++)
        {
            await AskAsync(db, name);
        }
    }

    /// <summary>A statement of its own, by its name.</summary>
    private static Task<bool> AskAsync(AppDbContext db, string name) => db.Plans.TagWith(name).AnyAsync(Cancellation);

    private static async Task<HttpStatusCode> AskAsync(Reader reader, string page)
    {
        using var answer = await reader.GetAsync(page);
        return answer.StatusCode;
    }
}
