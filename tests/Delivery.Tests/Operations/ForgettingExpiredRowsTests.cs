using MaskedVoicemail.Application.Accounts;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Infrastructure.Operations;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Delivery.Tests.Operations;

public sealed class ForgettingExpiredRowsTests(PostgreSqlServer server)
{
    private static readonly AttemptLimit Limit = new("test", Most: 3, TimeSpan.FromMinutes(5), Pause: TimeSpan.FromMinutes(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Counts_and_ended_sessions_go_when_they_mean_nothing_any_more_and_not_before(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var counter = scope.ServiceProvider.GetRequiredService<IAttemptCounter>();
        await counter.CountAsync(Limit, "somebody", Cancellation);
        db.Add(new EndedSession { Id = "one", Until = service.Clock!.GetUtcNow().AddMinutes(5) });
        await db.SaveChangesAsync(Cancellation);

        service.Clock.Advance(TimeSpan.FromMinutes(4));
        await new ForgetExpiredJob(db, service.Clock).RunAsync(Cancellation);
        Assert.Equal((1, 1), (await db.Set<Attempts>().CountAsync(Cancellation), await db.Set<EndedSession>().CountAsync(Cancellation)));

        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await new ForgetExpiredJob(db, service.Clock).RunAsync(Cancellation);
        Assert.Equal((0, 0), (await db.Set<Attempts>().CountAsync(Cancellation), await db.Set<EndedSession>().CountAsync(Cancellation)));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task One_too_many_begins_a_pause_after_which_counting_begins_anew(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await using var scope = service.Services.CreateAsyncScope();
        var counter = scope.ServiceProvider.GetRequiredService<IAttemptCounter>();

        Assert.Equal([true, true, true, false, false], await TryAsync(5));
        Assert.True(await counter.AreUsedUpAsync(Limit, "somebody", Cancellation));
        Assert.True(await counter.CountAsync(Limit, "somebody else", Cancellation));
        service.Clock!.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal([false], await TryAsync(1));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await counter.AreUsedUpAsync(Limit, "somebody", Cancellation));
        Assert.Equal([true, true], await TryAsync(2));
        service.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal([true, true, true, false], await TryAsync(4));

        async Task<IEnumerable<bool>> TryAsync(int times)
        {
            var allowed = new List<bool>();
            for (var time = 0; time < times; time++)
            {
                allowed.Add(await counter.CountAsync(Limit, "somebody", Cancellation));
            }

            return allowed;
        }
    }
}
