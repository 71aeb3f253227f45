using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Calls;

public sealed class RecordingTests
{
    private const string Transcribed = """transcribe="true" transcribeCallback="/webhook/transcription-callback" """;

    [Fact]
    public async Task The_recording_callback_has_exactly_the_documented_parameters()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed);

        var callback = call.Exchange(WebhookKind.RecordingStatusCallback)!.Parameters;
        Assert.Equal(
            [
                "AccountSid", "CallSid", "RecordingChannels", "RecordingDuration", "RecordingSid", "RecordingSource",
                "RecordingStatus", "RecordingUrl",
            ],
            callback.Select(field => field.Key).Order());
        Assert.Equal(call.CallSid, callback["CallSid"]);
        Assert.Equal(call.RecordingSid, callback["RecordingSid"]);
        Assert.Equal("completed", callback["RecordingStatus"]);
        Assert.Equal("5", callback["RecordingDuration"]);
        Assert.Equal(
            $"https://api.twilio.com/2010-04-01/Accounts/{line.Account.Sid}/Recordings/{call.RecordingSid}", callback["RecordingUrl"]);
    }

    [Fact]
    public async Task A_caller_who_hangs_up_requests_the_action_unheard()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.LeavesMessage(17)));

        var action = call.Exchange(WebhookKind.RecordAction)!.Parameters;
        Assert.Equal("hangup", action["Digits"]);
        Assert.Equal("17", action["RecordingDuration"]);
        Assert.Equal("completed", action["CallStatus"]);
        Assert.DoesNotContain("Thank you.", call.Heard);
    }

    [Fact]
    public async Task A_caller_who_ends_by_key_hears_the_answer_to_the_action()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(
            OwnerPhone.RingsOut(), CallerBehaviour.LeavesMessage(SampleMessages.English[0], MessageEnding.Key)));

        Assert.Equal("#", call.Exchange(WebhookKind.RecordAction)!.Parameters["Digits"]);
        Assert.Equal(["Please leave a message.", "Thank you."], call.Heard);
    }

    [Theory]
    [InlineData(MessageEnding.Silence)]
    [InlineData(MessageEnding.Key)]
    public async Task Silence_ends_a_recording_and_is_trimmed(MessageEnding ending)
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        // The key is not in finishOnKey, so that the silence after it ends the recording.
        var call = await line.PlaceAsync(Scenario.Call(
            OwnerPhone.RingsOut(), CallerBehaviour.LeavesMessage(SpokenMessage.Tone(10), ending, key: '5')));

        var action = call.Exchange(WebhookKind.RecordAction)!.Parameters;
        Assert.Null(action["Digits"]);
        Assert.Equal("15", action["RecordingDuration"]);
        Assert.Equal("10", call.Exchange(WebhookKind.RecordingStatusCallback)!.Parameters["RecordingDuration"]);
    }

    [Fact]
    public async Task A_long_message_is_cut_off()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.LeavesMessage(200)));

        Assert.Equal("115", call.Exchange(WebhookKind.RecordingStatusCallback)!.Parameters["RecordingDuration"]);
        Assert.Equal(TimeSpan.FromSeconds(115), WavAudio.Duration(call.Recording!.Wav));
        Assert.Equal(["Please leave a message.", "Thank you."], call.Heard);
    }

    [Fact]
    public async Task Silence_alone_is_absent_and_the_next_verb_runs()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.StaysSilent()));

        var callback = call.Exchange(WebhookKind.RecordingStatusCallback)!.Parameters;
        Assert.Equal("absent", callback["RecordingStatus"]);
        Assert.Equal("16102", callback["ErrorCode"]);
        Assert.Null(callback["RecordingDuration"]);
        Assert.Null(call.Exchange(WebhookKind.RecordAction));
        Assert.Equal(["Please leave a message.", "Good-bye."], call.Heard);
    }

    [Fact]
    public async Task Absence_is_not_reported_unless_asked_for()
    {
        using var program = new ProgramUnderTest();
        program.On("/webhook/voice", """
            <Record action="/webhook/record-result" recordingStatusCallback="/webhook/voicemail-callback"/><Hangup/>
            """);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.HangsUpAtBeep()));

        Assert.Equal("absent", call.RecordingStatus);
        Assert.Null(call.Exchange(WebhookKind.RecordingStatusCallback));
    }

    [Fact]
    public async Task An_empty_recording_may_request_the_action()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Unverified.EmptyRecordingRequestsAction = true;

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.HangsUpAtBeep()));

        Assert.Equal("0", call.Exchange(WebhookKind.RecordAction)!.Parameters["RecordingDuration"]);
        Assert.Equal("16101", call.Exchange(WebhookKind.RecordingStatusCallback)!.Parameters["ErrorCode"]);
    }

    [Fact]
    public async Task A_record_without_action_goes_round_in_a_circle()
    {
        using var program = new ProgramUnderTest().On("/webhook/voice", "<Record/>");
        using var line = program.Line(strict: false);

        var call = await line.PlaceAsync(Scenario.Call(
            OwnerPhone.RingsOut(), CallerBehaviour.LeavesMessage(SpokenMessage.Tone(3), MessageEnding.Silence)));

        Assert.Contains(call.Notifications, notification => notification.Message.Contains("circle", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_english_message_is_transcribed()
    {
        using var program = ProgramUnderTest.WithForwarding(recordAttributes: Transcribed);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Missed);

        var callback = call.Exchange(WebhookKind.TranscribeCallback)!.Parameters;
        Assert.Equal("completed", callback["TranscriptionStatus"]);
        Assert.Equal(SampleMessages.English[0].Transcript, callback["TranscriptionText"]);
        Assert.Equal(call.TranscriptionSid, callback["TranscriptionSid"]);
        Assert.Equal(call.RecordingSid, callback["RecordingSid"]);
        Assert.Equal(ProgramUnderTest.CallerNumber, callback["From"]);
        Assert.Equal(ProgramUnderTest.MaskedNumber, callback["To"]);
    }

    [Fact]
    public async Task Mandarin_is_beyond_the_built_in_transcription()
    {
        using var program = ProgramUnderTest.WithForwarding(recordAttributes: Transcribed);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(
            OwnerPhone.RingsOut(), CallerBehaviour.LeavesMessage(SampleMessages.Mandarin[0])));

        var callback = call.Exchange(WebhookKind.TranscribeCallback)!.Parameters;
        Assert.Equal("failed", callback["TranscriptionStatus"]);
        Assert.Null(callback["TranscriptionText"]);
    }

    [Fact]
    public async Task A_message_of_two_seconds_is_not_transcribed()
    {
        using var program = ProgramUnderTest.WithForwarding(recordAttributes: Transcribed);
        using var line = program.Line();

        var call = await line.PlaceAsync(Scenario.Call(OwnerPhone.RingsOut(), CallerBehaviour.LeavesMessage(2, "Hello.")));

        Assert.Null(call.Exchange(WebhookKind.TranscribeCallback));
        Assert.Null(call.TranscriptionSid);
    }
}
