using System.Net;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Tests.Support;

namespace MaskedVoicemail.Simulator.Tests.Rest;

public sealed class RecordingsTests
{
    [Theory]
    [InlineData("", "audio/x-wav")]
    [InlineData(".wav", "audio/x-wav")]
    [InlineData(".mp3", "audio/mpeg")]
    public async Task The_audio_of_a_message_is_served(string extension, string contentType)
    {
        await using var twilio = await StandIn.StartAsync();
        var call = await twilio.LeaveMessageAsync();

        using var media = await twilio.GetAsync($"{twilio.Account}/Recordings/{call.RecordingSid}{extension}?RequestedChannels=1");

        Assert.Equal(HttpStatusCode.OK, media.StatusCode);
        Assert.Equal(contentType, media.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            contentType == "audio/mpeg" ? SampleMessages.English[0].Mp3 : SampleMessages.English[0].Wav,
            await media.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Audio_needs_credentials()
    {
        await using var twilio = await StandIn.StartAsync();
        var call = await twilio.LeaveMessageAsync();
        twilio.Client.DefaultRequestHeaders.Authorization = StandIn.Basic(twilio.Line.Account.Sid, "wrong");

        using var media = await twilio.GetAsync($"{twilio.Account}/Recordings/{call.RecordingSid}");

        Assert.Equal(HttpStatusCode.Unauthorized, media.StatusCode);
        Assert.Contains(
            "<Code>20003</Code>", await media.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audio_that_is_not_ready_is_not_found_in_xml()
    {
        await using var twilio = await StandIn.StartAsync();
        var recording = twilio.AddRecording("CA1", DateTimeOffset.UnixEpoch);
        recording.Status = "processing";

        using var media = await twilio.GetAsync($"{twilio.Account}/Recordings/{recording.Sid}");

        Assert.Equal(HttpStatusCode.NotFound, media.StatusCode);
        Assert.Equal("application/xml", media.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task There_is_one_channel_only()
    {
        await using var twilio = await StandIn.StartAsync();
        var call = await twilio.LeaveMessageAsync();

        using var media = await twilio.GetAsync($"{twilio.Account}/Recordings/{call.RecordingSid}.wav?RequestedChannels=2");

        Assert.Equal(HttpStatusCode.BadRequest, media.StatusCode);
    }

    [Fact]
    public async Task A_recording_is_fetched_as_json_and_is_gone_once_deleted()
    {
        await using var twilio = await StandIn.StartAsync();
        var call = await twilio.LeaveMessageAsync();
        var address = $"{twilio.Account}/Recordings/{call.RecordingSid}.json";

        var recording = await twilio.GetJsonAsync(address);
        using var deleted = await twilio.Client.DeleteAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var again = await twilio.Client.DeleteAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        using var media = await twilio.GetAsync($"{twilio.Account}/Recordings/{call.RecordingSid}");

        Assert.Equal("completed", (string?)recording["status"]);
        Assert.Equal("5", (string?)recording["duration"]);
        Assert.Equal(call.CallSid, (string?)recording["call_sid"]);
        Assert.EndsWith(" +0000", (string?)recording["date_created"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        Assert.Equal(20404, (int?)(await StandIn.JsonAsync(again))["code"]);
        Assert.Equal(HttpStatusCode.NotFound, media.StatusCode);
    }

    [Fact]
    public async Task A_list_is_xml_without_the_extension()
    {
        await using var twilio = await StandIn.StartAsync();
        var call = await twilio.LeaveMessageAsync();

        using var list = await twilio.GetAsync($"{twilio.Account}/Recordings");

        Assert.Contains(
            $"<Recordings><Recording><Sid>{call.RecordingSid}</Sid>",
            (await list.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\n", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_is_filtered_by_call_and_by_day()
    {
        await using var twilio = await StandIn.StartAsync();
        var day = new DateTimeOffset(2026, 3, 5, 23, 0, 0, TimeSpan.Zero);
        var first = twilio.AddRecording("CA1", day);
        var second = twilio.AddRecording("CA2", day.AddHours(2));

        Assert.Equal([first.Sid], await SidsAsync("CallSid=CA1"));
        Assert.Equal([second.Sid], await SidsAsync("DateCreated=2026-03-06"));
        Assert.Equal([second.Sid], await SidsAsync("DateCreated%3E=2026-03-06"));
        Assert.Equal([second.Sid, first.Sid], await SidsAsync("DateCreated>=2026-03-05"));
        Assert.Equal([first.Sid], await SidsAsync("DateCreated%3C=2026-03-05"));
        using var ofCall = await twilio.GetAsync($"{twilio.Account}/Calls/CA2/Recordings.json");
        Assert.Equal(second.Sid, (string?)(await StandIn.JsonAsync(ofCall))["recordings"]![0]!["sid"]);

        async Task<string[]> SidsAsync(string query)
        {
            var list = await twilio.GetJsonAsync($"{twilio.Account}/Recordings.json?{query}");
            return [.. list["recordings"]!.AsArray().Select(recording => (string)recording!["sid"]!)];
        }
    }

    [Fact]
    public async Task Pages_are_followed_by_their_uri_even_when_items_vanish_meanwhile()
    {
        await using var twilio = await StandIn.StartAsync();
        for (var i = 0; i < 5; i++)
        {
            twilio.AddRecording("CA1", DateTimeOffset.UnixEpoch.AddMinutes(i));
        }

        var seen = new List<string>();
        var next = $"{twilio.Account}/Recordings.json?PageSize=2&CallSid=CA1";
        while (next is not null)
        {
            var page = await twilio.GetJsonAsync(next);
            foreach (var sid in page["recordings"]!.AsArray().Select(recording => (string)recording!["sid"]!))
            {
                seen.Add(sid);
                twilio.Line.Account.DeleteRecording(sid);
            }

            next = (string?)page["next_page_uri"];
        }

        Assert.Equal(5, seen.Distinct().Count());
    }

    [Fact]
    public async Task A_page_token_cannot_be_made_by_hand()
    {
        await using var twilio = await StandIn.StartAsync();

        using var page = await twilio.GetAsync($"{twilio.Account}/Recordings.json?Page=1&PageToken=2");

        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Equal(21481, (int?)(await StandIn.JsonAsync(page))["code"]);
    }
}
