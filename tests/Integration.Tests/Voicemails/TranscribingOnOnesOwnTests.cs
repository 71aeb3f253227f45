using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Webhooks;

namespace MaskedVoicemail.Integration.Tests.Voicemails;

/// <summary>Messages of every language and length are written out by a server of one's own; Twilio is not asked.</summary>
public sealed class TranscribingOnOnesOwnTests(TranscribingService service) : IClassFixture<TranscribingService>
{
    private static readonly SpokenMessage Message = SampleMessages.Mandarin[0];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_in_Mandarin_is_read_in_the_mail_and_in_the_portal_and_nowhere_else()
    {
        service.Transcriber.Text = Message.Transcript!;
        var number = await service.HasNumberAsync(settings => settings with { Language = Language.Chinese, IsTranscribed = true, MessageSeconds = 300, IsEnabled = false });

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(Message) }, Cancellation);
        var mail = (await service.EventuallyAsync(() => Task.FromResult(service.Mails.To(number.OwnerEmail)), mails => mails.Count > 0, "a mail"))[0];

        var twiml = call.Exchange(WebhookKind.Voice)!.Body;
        Assert.DoesNotContain("transcribe", twiml, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("maxLength=\"300\"", twiml, StringComparison.Ordinal);
        Assert.Contains(Message.Transcript!, mail.Text, StringComparison.Ordinal);
        Assert.Equal("zh", Assert.Single(service.Transcriber.Requests, request => request.Audio.AsSpan().SequenceEqual(Message.Wav)).Language);
        var voicemail = Assert.Single(await service.VoicemailsOfAsync(call.CallSid));
        Assert.Equal(TranscriptionStatus.Completed, voicemail.Transcription);
        using var reader = new Reader(service, number.OwnerId);
        Assert.Contains(Message.Transcript!, await reader.ReadAsync($"/voicemails/{voicemail.Id}"), StringComparison.Ordinal);
        Assert.DoesNotContain(service.Logged.All, line => line.Contains(Message.Transcript!, StringComparison.Ordinal) || line.Contains("Sesame", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_settings_say_nothing_of_limits_that_are_Twilios()
    {
        var number = await service.HasNumberAsync(settings => settings with { Language = Language.Chinese, IsTranscribed = true, MessageSeconds = 300 });
        using var reader = new Reader(service, number.OwnerId);

        var page = await reader.ReadAsync("/settings/forwarding");

        Assert.Contains("Transcribe messages", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Twilio transcribes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("come as audio", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_in_trouble_keeps_nobody_from_listening_and_its_late_text_sends_no_second_mail()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsTranscribed = true, IsEnabled = false });
        service.Transcriber.Text = "Late, but here.";
        service.Transcriber.Faults.RespondWith(503).Times(5);

        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(SampleMessages.English[0]) }, Cancellation);
        await service.EventuallyAsync(() => service.VoicemailsOfAsync(call.CallSid), rows => rows[0].Status is VoicemailStatus.Ready, "the message can be heard");
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.EventuallyAsync(() => Task.FromResult(service.Mails.To(number.OwnerEmail)), mails => mails.Count > 0, "a mail");
        await service.EventuallyAsync(
            async () =>
            {
                service.Clock.Advance(TimeSpan.FromMinutes(1));
                return await service.VoicemailsOfAsync(call.CallSid);
            },
            rows => rows[0].Transcript is not null,
            "the text is there");

        Assert.DoesNotContain("Late, but here.", Assert.Single(service.Mails.To(number.OwnerEmail)).Text, StringComparison.Ordinal);
    }
}
