using System.Net;
using MaskedVoicemail.Simulator.Faults;
using MaskedVoicemail.Simulator.Tests.Support;

namespace MaskedVoicemail.Simulator.Tests.Rest;

public sealed class MediaFaultTests
{
    [Fact]
    public async Task Faults_are_used_up_in_order()
    {
        await using var twilio = await StandIn.StartAsync();
        var address = $"{twilio.Account}/Recordings/{(await twilio.LeaveMessageAsync()).RecordingSid}.wav";
        twilio.Line.Faults.Media.RespondWith(404).Times(2);
        twilio.Line.Faults.Media.RespondWith(HttpFault.TooManyRequests(TimeSpan.FromSeconds(7))).Once();
        twilio.Line.Faults.Media.RespondWith(500).Once();

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var media = await twilio.GetAsync(address);
            answers.Add(media.StatusCode);
            Assert.Equal(
                media.StatusCode is HttpStatusCode.TooManyRequests ? TimeSpan.FromSeconds(7) : null, media.Headers.RetryAfter?.Delta);
        }

        Assert.Equal(
            [
                HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests,
                HttpStatusCode.InternalServerError, HttpStatusCode.OK,
            ],
            answers);
    }

    [Fact]
    public async Task A_fault_without_limit_lasts_until_it_is_cleared()
    {
        await using var twilio = await StandIn.StartAsync();
        var address = $"{twilio.Account}/Recordings/{(await twilio.LeaveMessageAsync()).RecordingSid}.wav";
        twilio.Line.Faults.Media.RespondWith(404);

        for (var i = 0; i < 3; i++)
        {
            using var media = await twilio.GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, media.StatusCode);
        }

        twilio.Line.Faults.Clear();
        using var right = await twilio.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
    }

    [Fact]
    public async Task Audio_can_be_something_else()
    {
        await using var twilio = await StandIn.StartAsync();
        var call = await twilio.LeaveMessageAsync();
        var address = $"{twilio.Account}/Recordings/{call.RecordingSid}.wav";
        twilio.Line.Faults.Media.RespondWith(HttpFault.Html()).Once();
        twilio.Line.Faults.Media.RespondWith(HttpFault.ZeroBytes()).Once();
        twilio.Line.Faults.Media.RespondWith(HttpFault.Oversized(1_000_000)).Once();

        using var html = await twilio.GetAsync(address);
        using var nothing = await twilio.GetAsync(address);
        using var oversized = await twilio.GetAsync(address);

        Assert.Equal("text/html", html.Content.Headers.ContentType!.MediaType);
        Assert.Equal(0, nothing.Content.Headers.ContentLength);
        var bytes = await oversized.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1_000_000, bytes.Length);
        Assert.Equal(call.Recording!.Wav, bytes[..call.Recording.Wav.Length]);
    }

    [Fact]
    public async Task Audio_can_break_off_or_never_come()
    {
        await using var twilio = await StandIn.StartAsync();
        var address = $"{twilio.Account}/Recordings/{(await twilio.LeaveMessageAsync()).RecordingSid}.wav";
        twilio.Line.Faults.Media.RespondWith(HttpFault.Truncated()).Once();
        twilio.Line.Faults.Media.RespondWith(HttpFault.Disconnect()).Once();
        twilio.Line.Faults.Media.RespondWith(HttpFault.NoAnswer()).Once();

        await Assert.ThrowsAsync<HttpRequestException>(() => twilio.GetAsync(address));
        await Assert.ThrowsAsync<HttpRequestException>(() => twilio.GetAsync(address));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            twilio.Client.GetAsync(new Uri(address, UriKind.Relative), patience.Token));
    }

    [Fact]
    public async Task Audio_can_be_slow()
    {
        await using var twilio = await StandIn.StartAsync();
        var recording = twilio.AddRecording("CA1", DateTimeOffset.UnixEpoch);
        recording.Wav = new byte[4000];
        twilio.Line.Faults.Media.RespondWith(HttpFault.Slow(bytesPerSecond: 10_000)).Once();

        var started = TimeProvider.System.GetTimestamp();
        using var media = await twilio.GetAsync($"{twilio.Account}/Recordings/{recording.Sid}");

        Assert.Equal(4000, media.Content.Headers.ContentLength);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started), TimeSpan.FromSeconds(0.3), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task An_answer_can_be_lost_after_its_effect()
    {
        await using var twilio = await StandIn.StartAsync();
        var call = await twilio.LeaveMessageAsync();
        twilio.Line.Faults.Api.RespondWith(HttpFault.LostAnswer()).Once();

        await Assert.ThrowsAsync<HttpRequestException>(() => twilio.Client.DeleteAsync(
            new Uri($"{twilio.Account}/Recordings/{call.RecordingSid}.json", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Empty(twilio.Line.Account.Recordings);
    }
}
