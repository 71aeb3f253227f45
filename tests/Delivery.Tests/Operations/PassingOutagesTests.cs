using MaskedVoicemail.Application.Operations.ListFailedSteps;
using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MaskedVoicemail.Delivery.Tests.Operations;

public sealed class PassingOutagesTests(PostgreSqlServer server)
{
    private const int Messages = 1000;

    private static readonly TimeSpan Outage = TimeSpan.FromMinutes(30);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_messages_that_wait_through_half_an_hour_are_done_ten_minutes_later_and_one_poisoned_row_troubles_only_itself()
    {
        await using var service = await Service.StartAsync(DatabaseKind.PostgreSql, server);
        await service.HasOwnerAsync(voicemailQuota: 10 * Messages);
        service.Partners.Faults.Media.RespondWith(503);
        var begin = service.Clock!.GetUtcNow();
        var ids = new List<VoicemailId>();
        for (var i = 0; i < Messages; i++)
        {
            ids.Add(await service.CallerLeavesMessageAsync(service.Partners.HasRecording(seconds: 1)));
        }

        var poisoned = ids[Messages / 2];
        await PoisonAsync(service, poisoned);

        await RunUntilAsync(service, begin + Outage);
        Assert.Empty(service.Partners.Mail.All);
        service.Partners.Faults.Clear();
        await RunUntilAsync(service, begin + Outage + TimeSpan.FromMinutes(10));

        var fetches = await service.QueryAsync(db => db.BackgroundSteps.AsNoTracking()
            .Where(step => step.Kind == StepKind.FetchAudio && step.VoicemailId != poisoned).ToListAsync(Cancellation));
        Assert.Equal(Messages - 1, fetches.Count(step => step.State is StepState.Done));
        Assert.InRange(fetches.Max(step => step.Attempts), 1, 12);
        Assert.Equal(Messages - 1, service.Partners.Mail.All.Count);
        Assert.Equal(Messages - 1, await service.QueryAsync(db => db.Voicemails.CountAsync(row => row.Status == VoicemailStatus.Ready, Cancellation)));

        var failed = (await service.SendAsync(new ListFailedStepsQuery())).Items;
        Assert.All(failed, step => Assert.Equal((poisoned, 8), (step.VoicemailId, step.Attempts)));
        Assert.Contains(failed, step => step.Kind is StepKind.FetchAudio);
    }

    /// <summary>What the program itself never writes, and can't read.</summary>
    private static async Task PoisonAsync(Service service, VoicemailId id)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        Assert.Equal(1, await db.Database.ExecuteSqlAsync($"""UPDATE "Voicemails" SET "Transcription" = 'Poison' WHERE "Id" = {id.Value}""", Cancellation));
    }

    /// <summary>Lets the time pass from one step's time to the next one's, as the engine would run them.</summary>
    private static async Task RunUntilAsync(Service service, DateTimeOffset end)
    {
        while (await NextAsync(service) is { } next && next <= end)
        {
            if (next > service.Clock!.GetUtcNow())
            {
                service.Clock.Advance(next - service.Clock.GetUtcNow());
            }

            var now = service.Clock.GetUtcNow();
            var due = await service.QueryAsync(db => db.BackgroundSteps.AsNoTracking()
                .Where(step => step.State == StepState.Due && step.DueAt <= now).ToListAsync(Cancellation));
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = Cancellation }, async (step, _) =>
                await service.SendAsync(new RunStepCommand(step.VoicemailId, step.Kind)));
        }

        service.Clock!.Advance(end - service.Clock.GetUtcNow());
    }

    /// <summary>To the second, so that what is due in the same one runs together.</summary>
    private static async Task<DateTimeOffset?> NextAsync(Service service)
    {
        var next = await service.QueryAsync(db => db.BackgroundSteps.Where(step => step.State == StepState.Due).MinAsync(step => (DateTimeOffset?)step.DueAt, Cancellation));
        return next?.AddSeconds(1);
    }
}
