using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Application.Voicemails.PurgeDeleted;
using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Faults;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Delivery.Tests.Operations;

/// <summary>Twilio's copy goes only when the bucket has proved to hold its own.</summary>
public sealed class DeliveringIntoS3Tests(PostgreSqlServer postgres) : IAsyncLifetime
{
    private S3Server _s3 = null!;
    private Service _service = null!;
    private RecordingResource _recording = null!;
    private VoicemailId _id;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _s3 = await S3Server.StartAsync();
        _service = await Service.StartAsync(DatabaseKind.Sqlite, postgres, settings: _s3.Settings);
        await _service.HasOwnerAsync();
        _recording = _service.Partners.HasRecording();
        _id = await _service.CallerLeavesMessageAsync(_recording);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _s3.DisposeAsync();
    }

    [Fact]
    public async Task A_message_is_stored_in_the_bucket_and_removed_from_Twilio()
    {
        await _service.RunDueStepsAsync();

        Assert.Equal(VoicemailStatus.Ready, (await _service.VoicemailAsync(_id)).Status);
        Assert.Equal($"voicemails/{_id}.audio", Assert.Single(_s3.Objects).Key);
        IsStored();
        Assert.Empty(_service.AudioFiles);
        Assert.Empty(_service.Partners.Account.Recordings);
        Assert.Single(_service.Partners.Mail.All);
    }

    [Fact]
    public async Task A_server_in_trouble_costs_attempts_and_nothing_else()
    {
        _s3.Faults.RespondWith(503).Once();
        _s3.Faults.RespondWith(403).Once();
        _s3.Faults.RespondWith(HttpFault.Disconnect()).Once();
        _s3.Faults.RespondWith(HttpFault.LostAnswer()).Once();
        for (var attempt = 1; attempt <= 4; attempt++)
        {
            await _service.SendAsync(new RunStepCommand(_id, StepKind.FetchAudio));
            var step = await _service.StepAsync(_id, StepKind.FetchAudio);
            Assert.Equal((StepState.Due, attempt), (step.State, step.Attempts));
            Assert.StartsWith("The ", step.LastError, StringComparison.Ordinal);
            Assert.Equal(VoicemailStatus.Recorded, (await _service.VoicemailAsync(_id)).Status);
            Assert.Contains(_recording, _service.Partners.Account.Recordings);
            _service.Clock!.Advance(step.DueAt - _service.Clock.GetUtcNow());
        }

        await _service.RunDueStepsAsync();

        Assert.Equal(VoicemailStatus.Ready, (await _service.VoicemailAsync(_id)).Status);
        IsStored();
        Assert.Single(_service.Partners.Mail.All);
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("cut short")]
    [InlineData("gone")]
    public async Task What_is_damaged_is_fetched_again_before_Twilios_copy_goes(string how)
    {
        await _service.SendAsync(new RunStepCommand(_id, StepKind.FetchAudio));
        var (key, stored) = _s3.Objects.Single();
        if (how == "gone")
        {
            _s3.Objects.Clear();
        }
        else
        {
            _s3.Objects[key] = S3Object.Of(how == "changed" ? WavAudio.Silence(3) : stored.Content[..^100], stored.ContentType);
        }

        await _service.SendAsync(new RunStepCommand(_id, StepKind.ReleaseOriginal));
        Assert.Contains(_recording, _service.Partners.Account.Recordings);
        await _service.RunToTheEndAsync(_id, StepKind.ReleaseOriginal);

        Assert.Equal(VoicemailStatus.Ready, (await _service.VoicemailAsync(_id)).Status);
        IsStored();
        Assert.Single(_service.Partners.Mail.All);
    }

    [Fact]
    public async Task Twilio_keeps_its_copy_for_as_long_as_ours_can_not_be_read()
    {
        await _service.SendAsync(new RunStepCommand(_id, StepKind.FetchAudio));
        _s3.Faults.RespondWith(HttpFault.Status(503)).Times(3);

        await _service.SendAsync(new RunStepCommand(_id, StepKind.ReleaseOriginal));
        Assert.Contains(_recording, _service.Partners.Account.Recordings);
        await _service.RunToTheEndAsync(_id, StepKind.ReleaseOriginal);

        Assert.Equal(3, (await _service.StepAsync(_id, StepKind.ReleaseOriginal)).Attempts);
        Assert.Empty(_service.Partners.Account.Recordings);
        IsStored();
    }

    [Fact]
    public async Task A_deleted_message_is_removed_from_the_bucket_when_its_time_is_over()
    {
        await _service.RunDueStepsAsync();
        await _service.QueryAsync(async db =>
        {
            (await db.Voicemails.SingleAsync(Cancellation)).Delete(_service.Clock!.GetUtcNow());
            return await db.SaveChangesAsync(Cancellation);
        });
        _service.Clock!.Advance(Voicemail.UndoPeriod + TimeSpan.FromDays(1));

        _s3.Faults.RespondWith(503).Once();
        await _service.SendAsync(new PurgeDeletedCommand());
        Assert.Single(_s3.Objects);
        await _service.SendAsync(new PurgeDeletedCommand());

        Assert.Empty(_s3.Objects);
        Assert.Equal(VoicemailStatus.Deleted, (await _service.VoicemailAsync(_id)).Status);
    }

    private void IsStored() => Assert.Equal(_recording.Wav, Assert.Single(_s3.Objects).Value.Content);
}
