using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Delivery.Tests.Operations;

public sealed class RunningTheEngineTests(PostgreSqlServer server)
{
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_reported_recording_does_not_wait_for_the_next_look_at_what_is_due(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server, realTime: true);
        await service.HasOwnerAsync();
        await service.RunEngineAsync();
        var first = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        await Wait.UntilAsync(() => IsReadyAsync(service, first));

        // Without word of it each would be met by the next look, a whole interval after the one that met the message before.
        var shortest = TimeSpan.MaxValue;
        for (var i = 0; i < 4; i++)
        {
            var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
            var elapsed = await Wait.UntilAsync(() => IsReadyAsync(service, id));
            shortest = elapsed < shortest ? elapsed : shortest;
        }

        Assert.True(shortest < TimeSpan.FromSeconds(4), $"The quickest took {shortest}.");
        await Wait.UntilAsync(() => Task.FromResult(service.Partners.Mail.All.Count == 5));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_recording_that_is_not_ready_is_asked_for_again_without_anybody_looking(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server, realTime: true);
        await service.HasOwnerAsync();
        service.Partners.Faults.Media.RespondWith(404).Times(2);
        await service.RunEngineAsync();

        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        await Wait.UntilAsync(() => IsReadyAsync(service, id));

        Assert.Equal(2, (await service.StepAsync(id, StepKind.FetchAudio)).Attempts);
    }

    [Fact]
    public async Task The_engine_starts_when_its_database_comes_later()
    {
        await using var service = await Service.StartAsync(DatabaseKind.Sqlite, server, realTime: true, migrated: false);
        await service.RunEngineAsync();
        await Task.Delay(TimeSpan.FromSeconds(1), Cancellation);

        await service.MigrateAsync();
        await service.HasOwnerAsync();
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());

        await Wait.UntilAsync(() => IsReadyAsync(service, id));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_a_stopping_node_leaves_undone_is_done_after_its_next_start(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server, realTime: true);
        await service.HasOwnerAsync();
        service.Partners.Faults.Media.RespondWith(HttpFault.NoAnswer()).Once();
        await service.RunEngineAsync();
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        await Wait.UntilAsync(async () => (await service.StepAsync(id, StepKind.FetchAudio)).Run == 1);

        await service.StopEngineAsync();
        Assert.Equal(0, (await service.StepAsync(id, StepKind.FetchAudio)).Attempts);

        using var next = service.AnotherNode();
        await next.StartAsync(Cancellation);
        await Wait.UntilAsync(() => IsReadyAsync(service, id));
        await next.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Two_nodes_share_the_work_and_deliver_each_message_once()
    {
        await using var service = await Service.StartAsync(DatabaseKind.PostgreSql, server, realTime: true);
        await service.HasOwnerAsync();
        using var other = service.AnotherNode();
        await service.RunEngineAsync();
        await other.StartAsync(Cancellation);

        for (var i = 0; i < 40; i++)
        {
            await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        }

        await Wait.UntilAsync(() => service.QueryAsync(
            db => db.Voicemails.AllAsync(voicemail => voicemail.Status == VoicemailStatus.Ready, Cancellation)));
        await Wait.UntilAsync(() => service.QueryAsync(db => db.BackgroundSteps.AllAsync(step => step.State == StepState.Done, Cancellation)));
        Assert.Equal(40, service.Partners.Mail.All.Count);
        await other.StopAsync(Cancellation);
    }

    [Fact]
    public async Task No_more_than_four_recordings_are_fetched_at_once()
    {
        await using var service = await Service.StartAsync(DatabaseKind.Sqlite, server, realTime: true);
        await service.HasOwnerAsync();

        // Each takes a second, so eight of them take two at least.
        service.Partners.Faults.Media.RespondWith(HttpFault.Slow(bytesPerSecond: 48_000));
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 8; i++)
        {
            await service.CallerLeavesMessageAsync(service.Partners.HasRecording(seconds: 3));
        }

        await service.RunEngineAsync();
        await Wait.UntilAsync(() => service.QueryAsync(
            db => db.Voicemails.AllAsync(voicemail => voicemail.Status == VoicemailStatus.Ready, Cancellation)));

        Assert.True(TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromSeconds(1.8));
    }

    [Fact]
    public async Task However_many_are_due_the_engine_holds_a_hundred_of_a_kind_and_all_have_their_turn()
    {
        await using var service = await Service.StartAsync(DatabaseKind.Sqlite, server, realTime: true);
        await service.HasOwnerAsync();
        for (var i = 0; i < 150; i++)
        {
            await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        }

        await service.RunEngineAsync();

        var most = 0;
        await Wait.UntilAsync(async () =>
        {
            most = Math.Max(most, await HeldAsync(service, StepKind.FetchAudio));
            return await service.QueryAsync(db => db.Voicemails.AllAsync(voicemail => voicemail.Status == VoicemailStatus.Ready, Cancellation));
        });
        Assert.InRange(most, 50, 100);
    }

    private static async Task<int> HeldAsync(Service service, StepKind kind)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDbContext>().Database;
        return await database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM QRTZ_TRIGGERS WHERE TRIGGER_GROUP = {"voicemail-step/" + kind}").SingleAsync(Cancellation);
    }

    private static async Task<bool> IsReadyAsync(Service service, VoicemailId id) =>
        (await service.VoicemailAsync(id)).Status is VoicemailStatus.Ready;
}
