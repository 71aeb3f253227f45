using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Tests.Support;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Simulator.Tests.Faults;

public sealed class WebhookFaultTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(5, true)]
    public async Task A_callback_arrives_several_times(int count, bool atOnce)
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreSent(count, atOnce);

        await line.PlaceAsync(Scenario.Missed);

        var callbacks = program.Received.Where(request => request.Path == "/webhook/voicemail-callback").ToArray();
        Assert.Equal(count, callbacks.Length);
        Assert.Single(callbacks.Select(callback => callback.Headers["X-Twilio-Signature"]).Distinct());
    }

    [Fact]
    public async Task A_request_that_the_caller_waits_for_arrives_twice_and_the_last_answer_counts()
    {
        using var program = ProgramUnderTest.WithForwarding();
        var greetings = 0;
        program.On("/webhook/dial-result", _ => ProgramUnderTest.Twiml($"<Say>Greeting {++greetings}.</Say>"));
        using var line = program.Line();
        line.Faults.Webhooks.Of(WebhookKind.DialAction).AreSent(2);

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal(["Greeting 2."], call.Heard);
    }

    [Fact]
    public async Task A_callback_that_is_never_sent_leaves_a_finished_recording_behind()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreNeverSent();

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Null(call.Exchange(WebhookKind.RecordingStatusCallback));
        Assert.Equal("completed", call.RecordingStatus);
        Assert.Contains(call.Timeline.Entries, entry => entry.Kind is TimelineEntryKind.WebhookNotSent);
    }

    [Fact]
    public async Task A_request_that_never_arrives_leads_to_the_fallback_url_and_is_not_held_against_the_program()
    {
        using var program = ProgramUnderTest.WithForwarding().On("/webhook/voice-fallback", ProgramUnderTest.Greeting());
        using var line = program.Line();
        line.Faults.Webhooks.Of(WebhookKind.Voice).AreNeverSent();

        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.Equal("11202", call.Exchange(WebhookKind.VoiceFallback)!.Parameters["ErrorCode"]);
        Assert.Equal("completed", call.RecordingStatus);
    }

    [Fact]
    public async Task A_held_callback_arrives_when_the_test_says_so()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreHeld();

        var call = await line.PlaceAsync(Scenario.Missed);
        Assert.Null(call.Exchange(WebhookKind.RecordingStatusCallback));
        var delivered = await line.DeliverHeldAsync();

        Assert.Equal(call.RecordingSid, Assert.Single(delivered).Parameters["RecordingSid"]);
        Assert.NotNull(call.Exchange(WebhookKind.RecordingStatusCallback));
        Assert.Empty(await line.DeliverHeldAsync());
    }

    [Fact]
    public async Task A_late_callback_comes_after_others()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Faults.Webhooks.Of(WebhookKind.RecordAction).AreLate(TimeSpan.FromMinutes(5));

        await line.PlaceAsync(Scenario.Missed);

        Assert.Equal("/webhook/record-result", program.Received[^1].Path);
    }

    [Fact]
    public async Task What_follows_a_hang_up_can_be_put_in_any_order()
    {
        const string transcribed = """transcribe="true" transcribeCallback="/webhook/transcription-callback" """;
        string[] paths = ["/webhook/record-result", "/webhook/call-status", "/webhook/voicemail-callback", "/webhook/transcription-callback"];
        var orders = new HashSet<string>();
        for (var order = 0; order < 24; order++)
        {
            using var program = ProgramUnderTest.WithForwarding(recordAttributes: transcribed);
            using var line = program.Line();
            line.Faults.Webhooks.Reorder(deliveries => Permutation(deliveries, order));

            await line.PlaceAsync(Scenario.Missed);

            var received = program.Received.Skip(2).Select(request => request.Path).ToArray();
            Assert.Equal(paths.Order(), received.Order());
            orders.Add(string.Join(' ', received));
        }

        Assert.Equal(24, orders.Count);
    }

    [Fact]
    public async Task Cleared_faults_are_gone()
    {
        using var program = ProgramUnderTest.WithForwarding();
        using var line = program.Line();
        line.Faults.Webhooks.Of(WebhookKind.RecordingStatusCallback).AreNeverSent();
        line.Faults.Webhooks.Reorder(_ => []);

        line.Faults.Clear();
        var call = await line.PlaceAsync(Scenario.Missed);

        Assert.NotNull(call.Exchange(WebhookKind.RecordingStatusCallback));
    }

    private static IEnumerable<T> Permutation<T>(IReadOnlyList<T> items, int number)
    {
        var left = items.ToList();
        for (var i = items.Count; i > 0; i--)
        {
            yield return left[number % i];
            left.RemoveAt(number % i);
            number /= i;
        }
    }
}
