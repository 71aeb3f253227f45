using MaskedVoicemail.Application.Voicemails.PurgeDeleted;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Delivery.Tests.Operations;

public sealed class PurgingDeletedVoicemailsTests(PostgreSqlServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_deleted_message_can_be_brought_back_for_its_time_and_is_then_gone_for_good(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        var deleted = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        var kept = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        await service.RunDueStepsAsync();
        await DeleteAsync(service, deleted);

        service.Clock!.Advance(Voicemail.UndoPeriod);
        await service.SendAsync(new PurgeDeletedCommand());
        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(deleted)).Status);

        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.SendAsync(new PurgeDeletedCommand());

        var voicemail = await service.VoicemailAsync(deleted);
        Assert.Equal(VoicemailStatus.Deleted, voicemail.Status);
        Assert.Equal(("", null, null, null), (voicemail.Caller.Raw, voicemail.CallerName, voicemail.Transcript, voicemail.AudioSha256));
        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(kept)).Status);
        Assert.Single(service.AudioFiles);
        Assert.DoesNotContain(deleted, await service.QueryAsync(db => db.BackgroundSteps.Select(step => step.VoicemailId).ToListAsync(Cancellation)));
    }

    [Fact]
    public async Task A_text_that_is_reported_once_more_does_not_bring_back_what_was_said()
    {
        await using var service = await Service.StartAsync(DatabaseKind.Sqlite, server);
        await service.HasOwnerAsync();
        var recording = service.Partners.HasRecording();
        var id = await service.CallerLeavesMessageAsync(recording);
        await service.RunDueStepsAsync();
        await DeleteAsync(service, id);
        service.Clock!.Advance(Voicemail.UndoPeriod + TimeSpan.FromDays(1));
        await service.SendAsync(new PurgeDeletedCommand());

        await service.TranscriptionArrivesAsync(recording, "Call me back.");

        Assert.Null((await service.VoicemailAsync(id)).Transcript);
    }

    [Fact]
    public async Task What_was_never_fetched_is_removed_from_Twilio_too()
    {
        await using var service = await Service.StartAsync(DatabaseKind.Sqlite, server);
        await service.HasOwnerAsync();
        service.Partners.Faults.Media.RespondWith(404);
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        await DeleteAsync(service, id);
        await service.RunToTheEndAsync(id, StepKind.FetchAudio);

        service.Clock!.Advance(Voicemail.UndoPeriod + TimeSpan.FromDays(1));
        await service.SendAsync(new PurgeDeletedCommand());

        Assert.Empty(service.Partners.Account.Recordings);
        Assert.Empty(service.Partners.Mail.All);
    }

    private static Task<int> DeleteAsync(Service service, VoicemailId id) => service.QueryAsync(async db =>
    {
        (await db.Voicemails.SingleAsync(row => row.Id == id, Cancellation)).Delete(service.Clock!.GetUtcNow());
        return await db.SaveChangesAsync(Cancellation);
    });
}
