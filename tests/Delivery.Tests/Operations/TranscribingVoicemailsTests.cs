using MaskedVoicemail.Application.Operations.ListFailedSteps;
using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Application.Operations.RunStepAgain;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Faults;

namespace MaskedVoicemail.Delivery.Tests.Operations;

/// <summary>Texts from a server of one's own: in the e-mail where they come in time, in the portal in any case, and never in the way of listening.</summary>
public sealed class TranscribingVoicemailsTests(PostgreSqlServer postgres) : IAsyncLifetime
{
    private TranscriptionServer _server = null!;

    public static TheoryData<DatabaseKind> Databases => [DatabaseKind.Sqlite, DatabaseKind.PostgreSql];

    public async ValueTask InitializeAsync() => _server = await TranscriptionServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_mail_carries_the_text_and_Twilios_copy_waits_for_nothing(DatabaseKind database)
    {
        await using var service = await StartAsync(database);
        var (id, recording) = await HasMessageAsync(service);
        await service.SendAsync(new RunStepCommand(id, StepKind.FetchAudio));
        await service.SendAsync(new RunStepCommand(id, StepKind.ReleaseOriginal));
        Assert.Empty(service.Partners.Account.Recordings);
        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
        Assert.Equal((TranscriptionStatus.Pending, null), await TextAsync(service, id));

        await service.RunDueStepsAsync();

        Assert.Equal(recording.Wav, Assert.Single(_server.Requests).Audio);
        Assert.Contains($"> {_server.Text}", Assert.Single(service.Partners.Mail.All).Text, StringComparison.Ordinal);
        Assert.Equal((TranscriptionStatus.Completed, _server.Text), await TextAsync(service, id));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_mail_leaves_without_a_text_that_is_late_and_no_second_one_follows(DatabaseKind database)
    {
        await using var service = await StartAsync(database);
        _server.Faults.RespondWith(503).Times(6);
        var (id, _) = await HasMessageAsync(service);
        var start = service.Clock!.GetUtcNow();

        await service.RunToTheEndAsync(id, StepKind.NotifyOwner);
        Assert.InRange((service.Clock.GetUtcNow() - start).TotalSeconds, 20, 25);
        Assert.Contains("not ready in time", Assert.Single(service.Partners.Mail.All).Text, StringComparison.Ordinal);
        await service.RunToTheEndAsync(id, StepKind.Transcribe);

        Assert.Equal((TranscriptionStatus.Completed, _server.Text), await TextAsync(service, id));
        Assert.Single(service.Partners.Mail.All);
    }

    [Fact]
    public async Task The_mail_waits_from_the_moment_that_the_audio_is_here()
    {
        await using var service = await StartAsync(DatabaseKind.Sqlite);
        service.Partners.Faults.Media.RespondWith(404).Times(8);
        var (id, _) = await HasMessageAsync(service);

        await service.RunToTheEndAsync(id, StepKind.FetchAudio);
        await service.RunDueStepsAsync();

        Assert.Contains($"> {_server.Text}", Assert.Single(service.Partners.Mail.All).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_server_that_never_answers_is_given_up_visibly_and_an_administrator_can_try_again(DatabaseKind database)
    {
        await using var service = await StartAsync(database);
        _server.Faults.RespondWith(500);
        var (id, _) = await HasMessageAsync(service);
        var start = service.Clock!.GetUtcNow();

        await service.RunToTheEndAsync(id, StepKind.Transcribe);

        Assert.Equal(13, _server.Requests.Count);
        Assert.InRange((service.Clock.GetUtcNow() - start).TotalMinutes, 25, 60);
        Assert.Equal((TranscriptionStatus.Failed, null), await TextAsync(service, id));
        Assert.Equal(VoicemailStatus.Ready, (await service.VoicemailAsync(id)).Status);
        Assert.Equal(StepKind.Transcribe, Assert.Single((await service.SendAsync(new ListFailedStepsQuery())).Items).Kind);

        _server.Faults.Clear();
        Assert.True((await service.SendAsync(new RunStepAgainCommand(id, StepKind.Transcribe))).IsSuccess);
        await service.RunDueStepsAsync();

        Assert.Equal((TranscriptionStatus.Completed, _server.Text), await TextAsync(service, id));
        Assert.Single(service.Partners.Mail.All);
    }

    [Fact]
    public async Task A_message_that_the_server_does_not_take_is_announced_at_once()
    {
        await using var service = await StartAsync(DatabaseKind.Sqlite);
        _server.Faults.RespondWith(413);
        var (id, _) = await HasMessageAsync(service);

        await service.RunDueStepsAsync();

        Assert.Single(_server.Requests);
        Assert.Contains("could not be written out", Assert.Single(service.Partners.Mail.All).Text, StringComparison.Ordinal);
        Assert.Equal((StepState.Failed, 1), ((await service.StepAsync(id, StepKind.Transcribe)).State, (await service.StepAsync(id, StepKind.Transcribe)).Attempts));
        Assert.Equal((TranscriptionStatus.Failed, null), await TextAsync(service, id));
    }

    [Fact]
    public async Task A_wrong_key_is_waited_out_and_the_text_comes_when_it_is_mended()
    {
        await using var service = await StartAsync(DatabaseKind.Sqlite);
        _server.Faults.RespondWith(401).Times(2);
        var (id, _) = await HasMessageAsync(service);

        await service.RunToTheEndAsync(id, StepKind.Transcribe);

        Assert.Equal((TranscriptionStatus.Completed, _server.Text), await TextAsync(service, id));
        Assert.Single(service.Partners.Mail.All);
    }

    [Fact]
    public async Task Silence_is_no_failure_to_repeat()
    {
        await using var service = await StartAsync(DatabaseKind.Sqlite);
        _server.Text = "";
        var (id, _) = await HasMessageAsync(service);

        await service.RunDueStepsAsync();

        Assert.Equal(StepState.Done, (await service.StepAsync(id, StepKind.Transcribe)).State);
        Assert.Equal((TranscriptionStatus.Failed, null), await TextAsync(service, id));
        Assert.Single(service.Partners.Mail.All);
    }

    [Fact]
    public async Task A_text_without_end_is_cut()
    {
        await using var service = await StartAsync(DatabaseKind.Sqlite);
        _server.Text = new string('x', 500_000);
        var (id, _) = await HasMessageAsync(service);

        await service.RunDueStepsAsync();

        Assert.Equal(Voicemail.TranscriptMaxLength, (await service.VoicemailAsync(id)).Transcript!.Length);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Steps_that_run_ten_times_over_ask_once(DatabaseKind database)
    {
        await using var service = await StartAsync(database);
        var (id, _) = await HasMessageAsync(service);
        await service.RunDueStepsAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => service.SendAsync(new RunStepCommand(id, StepKind.Transcribe))));

        Assert.Single(_server.Requests);
        Assert.Single(service.Partners.Mail.All);
    }

    [Fact]
    public async Task Without_a_wish_for_texts_nothing_is_sent_to_the_server()
    {
        await using var service = await StartAsync(DatabaseKind.Sqlite, new ForwardingSettings { IsTranscribed = false });
        await HasMessageAsync(service);

        await service.RunDueStepsAsync();

        Assert.Empty(_server.Requests);
        Assert.Single(service.Partners.Mail.All);
    }

    private static async Task<(TranscriptionStatus Status, string? Text)> TextAsync(Service service, VoicemailId id)
    {
        var voicemail = await service.VoicemailAsync(id);
        return (voicemail.Transcription, voicemail.Transcript);
    }

    private static async Task<(VoicemailId Id, RecordingResource Recording)> HasMessageAsync(Service service)
    {
        var recording = service.Partners.HasRecording();
        return (await service.CallerLeavesMessageAsync(recording), recording);
    }

    private async Task<Service> StartAsync(DatabaseKind database, ForwardingSettings? settings = null)
    {
        var service = await Service.StartAsync(database, postgres, settings: _server.Settings);
        await service.HasOwnerAsync(settings ?? new ForwardingSettings());
        return service;
    }
}
