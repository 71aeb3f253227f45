using System.Net;
using System.Net.ServerSentEvents;
using System.Security.Cryptography;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Simulator;

/// <summary>What a developer does on the simulated line, from a browser.</summary>
public sealed class RingingOnThePageTests(DevelopmentService service) : IClassFixture<DevelopmentService>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sample_left_on_the_page_is_stored_byte_by_byte_and_its_mail_is_in_the_outbox()
    {
        var number = await service.HasNumberAsync();

        var call = await RingAsync(number, ("Caller", "LeavesSample"), ("Sample", "2"));
        await WatchToTheEndAsync(call);

        var sample = SampleMessages.All[2];
        var voicemail = await service.ReadAsync(db => db.Voicemails.SingleAsync(row => row.OwnerId == number.OwnerId, Cancellation));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sample.Wav)), voicemail.AudioSha256);
        Assert.Equal(sample.Transcript, voicemail.Transcript);
        var page = await service.Browser.GetStringAsync(call, Cancellation);
        Assert.Contains($"/voicemails/{voicemail.Id}", page, StringComparison.Ordinal);

        var mail = await MailOfAsync(page);
        Assert.Contains(number.OwnerEmail, mail, StringComparison.Ordinal);
        Assert.Contains($"/voicemails/{voicemail.Id}\"", mail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ones_own_words_are_the_message()
    {
        var number = await service.HasNumberAsync();
        var words = WavAudio.Tone(3);

        var call = await RingAsync(number, words, ("Caller", "Speaks"), ("Transcript", "Three seconds of a tone."));
        await WatchToTheEndAsync(call);

        var voicemail = await service.ReadAsync(db => db.Voicemails.SingleAsync(row => row.OwnerId == number.OwnerId, Cancellation));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(words)), voicemail.AudioSha256);
        Assert.Equal("Three seconds of a tone.", voicemail.Transcript);
    }

    [Fact]
    public async Task A_caller_who_is_told_to_hang_up_does_so()
    {
        var number = await service.HasNumberAsync();
        var call = await RingAsync(number, ("Caller", "StaysSilent"), ("Pace", "RealTime"));

        await service.PostAsync("/simulator", $"{call}/hang-up", [], Cancellation);
        await WatchToTheEndAsync(call);

        Assert.Contains("The caller hangs up.", await service.Browser.GetStringAsync(call, Cancellation), StringComparison.Ordinal);
        Assert.False(await service.ReadAsync(db => db.Voicemails.AnyAsync(
            row => row.OwnerId == number.OwnerId && row.Status != VoicemailStatus.Expected && row.Status != VoicemailStatus.Absent, Cancellation)));
    }

    [Fact]
    public async Task A_strangers_name_is_shown_and_never_run()
    {
        var number = await service.HasNumberAsync();

        var call = await RingAsync(number, ("From", "hostile"));
        await WatchToTheEndAsync(call);

        var page = await service.Browser.GetStringAsync(call, Cancellation);
        Assert.DoesNotContain("<script>alert", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<script>alert", await MailOfAsync(page), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("To", "typed", "TypedTo", "12", "country code")]
    [InlineData("Caller", "Speaks", "Transcript", "no recording", "Record a message first")]
    public async Task A_call_that_cannot_be_placed_says_why(string field, string value, string otherField, string otherValue, string problem)
    {
        var number = await service.HasNumberAsync();
        using var form = Form(number, (field, value), (otherField, otherValue));

        using var response = await service.PostAsync("/simulator", "/simulator/calls", form, Cancellation);

        Assert.Equal("/simulator/calls", response.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains(problem, await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_s_form_places_a_call()
    {
        var number = await service.HasNumberAsync();
        using var form = Form(number);

        using var response = await service.Browser.PostAsync("/simulator/calls", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_emptied_outbox_is_empty()
    {
        var number = await service.HasNumberAsync();
        await WatchToTheEndAsync(await RingAsync(number));
        Assert.Contains(number.OwnerEmail, await service.Browser.GetStringAsync("/outbox", Cancellation), StringComparison.Ordinal);

        using var response = await service.PostAsync("/outbox", "/outbox/delete-all", [], Cancellation);

        Assert.Contains("No mail yet", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private Task<string> RingAsync(TestNumber number, params (string Name, string Value)[] fields) => RingAsync(number, null, fields);

    /// <returns>The path of the call's page.</returns>
    private async Task<string> RingAsync(TestNumber number, byte[]? recording, params (string Name, string Value)[] fields)
    {
        using var form = Form(number, fields);
        if (recording is not null)
        {
            form.Add(new ByteArrayContent(recording), "Form.Recording", "microphone.wav");
        }

        using var response = await service.PostAsync("/simulator", "/simulator/calls", form, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return response.RequestMessage!.RequestUri!.AbsolutePath;
    }

    private static MultipartFormDataContent Form(TestNumber number, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Concat([("To", number.E164), ("Pace", "Instant")]).DistinctBy(field => field.Item1))
        {
            form.Add(new StringContent(value), $"Form.{name}");
        }

        return form;
    }

    /// <summary>As the page does: until it is told that there will be nothing more.</summary>
    private async Task WatchToTheEndAsync(string call)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience.Limit);
        await using var stream = await service.Browser.GetStreamAsync($"{call}/events", limit.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(limit.Token))
        {
            if (item.EventType == "over")
            {
                return;
            }
        }

        Assert.Fail("The stream ended before the call did.");
    }

    private async Task<string> MailOfAsync(string page)
    {
        var start = page.IndexOf("/outbox/", page.IndexOf("desk-call", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(start >= 0, "The page leads to no mail.");
        var path = page[start..page.IndexOf('"', start)];
        return await service.Browser.GetStringAsync(path, Cancellation) + await service.Browser.GetStringAsync($"{path}/html", Cancellation);
    }
}
