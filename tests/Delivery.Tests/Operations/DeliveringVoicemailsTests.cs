using MaskedVoicemail.Application.Operations.ListFailedSteps;
using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Application.Operations.RunStepAgain;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Delivery.Tests.Operations;

public sealed class DeliveringVoicemailsTests(PostgreSqlServer server)
{
    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_message_is_stored_announced_and_removed_from_Twilio(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        var recording = service.Partners.HasRecording(seconds: 3);
        var id = await service.CallerLeavesMessageAsync(recording);

        await service.RunDueStepsAsync();

        var voicemail = await service.VoicemailAsync(id);
        Assert.Equal(VoicemailStatus.Ready, voicemail.Status);
        Assert.Equal("audio/wav", voicemail.AudioContentType);
        Assert.Equal(recording.Wav, await File.ReadAllBytesAsync(Assert.Single(service.AudioFiles), Cancellation));
        Assert.Empty(service.Partners.Account.Recordings);
        var mail = Assert.Single(service.Partners.Mail.To(ServiceScenes.OwnersEmail));
        Assert.Equal("New voicemail from +1 415-555-0100", mail.Subject);
        Assert.Contains($"https://voicemail.example.test/voicemails/{id}", mail.Text, StringComparison.Ordinal);
        var notification = await service.QueryAsync(db => db.Notifications.SingleAsync(Cancellation));
        Assert.Equal(NotificationStatus.Sent, notification.Status);
        Assert.Equal(mail.MessageId, notification.ProviderMessageId);
        Assert.Equal(notification.Id.ToString(), mail.CustomArgs["reference"]);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Steps_that_run_ten_times_over_deliver_once(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());
        await service.RunDueStepsAsync();

        foreach (var kind in Enum.GetValues<StepKind>())
        {
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => service.SendAsync(new RunStepCommand(id, kind))));
        }

        Assert.Single(service.Partners.Mail.All);
        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_recording_that_is_not_ready_three_times_is_stored_at_the_fourth(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        service.Partners.Faults.Media.RespondWith(404).Times(3);
        var start = service.Clock!.GetUtcNow();
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());

        await service.RunToTheEndAsync(id, StepKind.FetchAudio);

        Assert.Equal(3, (await service.StepAsync(id, StepKind.FetchAudio)).Attempts);
        Assert.True(service.Clock.GetUtcNow() - start < TimeSpan.FromSeconds(10));
        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Audio_that_never_comes_fails_visibly_after_a_day_its_owner_is_told_and_an_administrator_can_try_again(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        service.Partners.Faults.Media.RespondWith(404);
        var start = service.Clock!.GetUtcNow();
        var recording = service.Partners.HasRecording();
        var id = await service.CallerLeavesMessageAsync(recording);

        await service.RunToTheEndAsync(id, StepKind.FetchAudio);
        await service.RunDueStepsAsync();

        Assert.InRange((service.Clock.GetUtcNow() - start).TotalHours, 22, 27);
        Assert.Equal(VoicemailStatus.Failed, (await service.VoicemailAsync(id)).Status);
        Assert.Contains("could not be saved", Assert.Single(service.Partners.Mail.All).Subject, StringComparison.Ordinal);
        Assert.Contains(recording, service.Partners.Account.Recordings);
        var failed = Assert.Single((await service.SendAsync(new ListFailedStepsQuery())).Items);
        Assert.Equal((id, StepKind.FetchAudio, ServiceScenes.Number), (failed.VoicemailId, failed.Kind, failed.Number));
        Assert.Equal("Twilio does not have the recording (yet).", failed.Error);

        service.Partners.Faults.Clear();
        Assert.True((await service.SendAsync(new RunStepAgainCommand(id, StepKind.FetchAudio))).IsSuccess);
        Assert.False((await service.SendAsync(new RunStepAgainCommand(id, StepKind.FetchAudio))).IsSuccess);
        await service.RunDueStepsAsync();

        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
        Assert.Single(service.Partners.Mail.All);
        Assert.Empty((await service.SendAsync(new ListFailedStepsQuery())).Items);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_mail_waits_for_the_text_and_carries_it(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync(new ForwardingSettings());
        var recording = service.Partners.HasRecording();
        var id = await service.CallerLeavesMessageAsync(recording);
        await service.RunDueStepsAsync();
        Assert.Empty(service.Partners.Mail.All);
        Assert.Equal(VoicemailStatus.Stored, (await service.VoicemailAsync(id)).Status);

        await service.TranscriptionArrivesAsync(recording, "Call me back.");
        await service.RunDueStepsAsync();

        Assert.Contains("> Call me back.", Assert.Single(service.Partners.Mail.All).Text, StringComparison.Ordinal);
        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
        Assert.Equal(TranscriptionStatus.Completed, (await service.VoicemailAsync(id)).Transcription);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_mail_goes_without_a_text_that_does_not_come_and_no_second_one_follows(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync(new ForwardingSettings());
        var recording = service.Partners.HasRecording();
        var id = await service.CallerLeavesMessageAsync(recording);

        await service.RunToTheEndAsync(id, StepKind.NotifyOwner);
        await service.TranscriptionArrivesAsync(recording, "Call me back.");
        await service.RunDueStepsAsync();

        Assert.Contains("not ready in time", Assert.Single(service.Partners.Mail.All).Text, StringComparison.Ordinal);
        Assert.Equal("Call me back.", (await service.VoicemailAsync(id)).Transcript);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_text_that_can_not_come_any_more_is_no_longer_waited_for(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync(new ForwardingSettings());
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());

        await service.RunToTheEndAsync(id, StepKind.ReleaseOriginal);

        Assert.Empty(service.Partners.Account.Recordings);
        Assert.Equal(TranscriptionStatus.Failed, (await service.VoicemailAsync(id)).Transcription);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_numbers_own_address_comes_first(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync(new ForwardingSettings { IsTranscribed = false, EmailForVoicemail = "desk@example.test" });
        await service.CallerLeavesMessageAsync(service.Partners.HasRecording());

        await service.RunDueStepsAsync();

        Assert.Equal(["desk@example.test"], Assert.Single(service.Partners.Mail.All).To);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_message_over_quota_is_announced_as_sealed(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync(voicemailQuota: 0);
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());

        await service.RunDueStepsAsync();

        Assert.True((await service.VoicemailAsync(id)).IsSealed);
        Assert.StartsWith("Sealed voicemail", Assert.Single(service.Partners.Mail.All).Subject, StringComparison.Ordinal);
        Assert.Single(service.AudioFiles);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_mail_that_is_refused_for_good_fails_visibly_and_can_be_tried_again(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        service.Partners.Faults.Mail.RespondWith(400).Once();
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());

        await service.RunDueStepsAsync();

        var step = await service.StepAsync(id, StepKind.NotifyOwner);
        Assert.Equal((StepState.Failed, 1), (step.State, step.Attempts));
        Assert.Equal(NotificationStatus.Failed, await service.QueryAsync(db => db.Notifications.Select(row => row.Status).SingleAsync(Cancellation)));

        await service.SendAsync(new RunStepAgainCommand(id, StepKind.NotifyOwner));
        await service.RunDueStepsAsync();

        Assert.Single(service.Partners.Mail.All);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task An_outage_of_the_mail_service_delays_the_one_mail(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        service.Partners.Faults.Mail.RespondWith(503).Times(5);
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());

        await service.RunToTheEndAsync(id, StepKind.NotifyOwner);

        Assert.Equal(5, (await service.StepAsync(id, StepKind.NotifyOwner)).Attempts);
        Assert.Single(service.Partners.Mail.All);
    }

    public static TheoryData<DatabaseKind, string, HttpFault> BrokenAudio => new()
    {
        { DatabaseKind.Sqlite, "a web page", HttpFault.Html() },
        { DatabaseKind.Sqlite, "nothing", HttpFault.ZeroBytes() },
        { DatabaseKind.Sqlite, "half of it", HttpFault.Truncated() },
        { DatabaseKind.Sqlite, "30 MB", HttpFault.Oversized(30_000_000) },
        { DatabaseKind.PostgreSql, "half of it", HttpFault.Truncated() },
    };

    [Theory]
    [MemberData(nameof(BrokenAudio), DisableDiscoveryEnumeration = true)]
    public async Task Broken_audio_is_never_kept(DatabaseKind database, string what, HttpFault fault)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        service.Partners.Faults.Media.RespondWith(fault).Once();
        var recording = service.Partners.HasRecording();
        var id = await service.CallerLeavesMessageAsync(recording);

        await service.RunDueStepsAsync();
        Assert.True(service.AudioFiles.Count == 0, what);
        Assert.Equal(VoicemailStatus.Recorded, (await service.VoicemailAsync(id)).Status);
        await service.RunToTheEndAsync(id, StepKind.FetchAudio);

        Assert.Equal(recording.Wav, await File.ReadAllBytesAsync(Assert.Single(service.AudioFiles), Cancellation));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Audio_much_shorter_than_reported_is_asked_for_again_for_an_hour_and_then_taken(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        var recording = service.Partners.HasRecording(seconds: 60, wav: WavAudio.Tone(20));
        var start = service.Clock!.GetUtcNow();
        var id = await service.CallerLeavesMessageAsync(recording);

        await service.RunToTheEndAsync(id, StepKind.FetchAudio);

        Assert.InRange((service.Clock.GetUtcNow() - start).TotalMinutes, 60, 80);
        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Stored_audio_that_is_damaged_is_fetched_again_before_Twilios_copy_goes(DatabaseKind database)
    {
        await using var service = await Service.StartAsync(database, server);
        await service.HasOwnerAsync();
        var recording = service.Partners.HasRecording();
        var id = await service.CallerLeavesMessageAsync(recording);
        await service.SendAsync(new RunStepCommand(id, StepKind.FetchAudio));
        await File.WriteAllBytesAsync(service.AudioFiles.Single(), WavAudio.Silence(3), Cancellation);

        await service.RunToTheEndAsync(id, StepKind.ReleaseOriginal);

        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
        Assert.Equal(recording.Wav, await File.ReadAllBytesAsync(service.AudioFiles.Single(), Cancellation));
        Assert.Single(service.Partners.Mail.All);
    }

    [Fact]
    public async Task Twilio_keeps_its_copy_where_that_is_wanted()
    {
        await using var service = await Service.StartAsync(
            DatabaseKind.Sqlite, server, settings: new() { ["Recordings:DeleteFromTwilio"] = "false" });
        await service.HasOwnerAsync();
        var id = await service.CallerLeavesMessageAsync(service.Partners.HasRecording());

        await service.RunDueStepsAsync();

        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
        Assert.Single(service.Partners.Account.Recordings);
    }
}
