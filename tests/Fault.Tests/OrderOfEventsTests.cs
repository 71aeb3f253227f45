using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Fault.Tests.Support;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Fault.Tests;

/// <summary>Twilio promises no order. Five reports on one call can come in 120.</summary>
public abstract class OrderOfEventsTests(VoicemailService service)
{
    private const string Text = "Please call me back.";

    private static readonly WebhookKind[] Events =
    [
        WebhookKind.DialAction, WebhookKind.RecordAction, WebhookKind.RecordingStatusCallback, WebhookKind.TranscribeCallback, WebhookKind.StatusCallback,
    ];

    [Fact]
    public async Task All_hundred_and_twenty_orders_of_five_events_end_alike()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsTranscribed = true }, forwardingQuota: 1000, voicemailQuota: 1000);
        var pattern = await service.Line.PlaceCallAsync(new PhoneCall
        {
            From = "+12125550100",
            To = number.E164,
            Owner = OwnerPhone.RingsOut(),
            Caller = CallerBehaviour.LeavesMessage(SpokenMessage.FromWav(WavAudio.Tone(3), Text)),
        }, TestContext.Current.CancellationToken);

        var calls = new List<string>();
        foreach (var order in Permutations(Events))
        {
            calls.Add(await RepeatAsync(pattern, order));
        }

        await Patiently.AwaitAsync(
            () => service.ReadAsync(async db => !await db.BackgroundSteps.AnyAsync(step => step.State != StepState.Done)
                && !await db.Voicemails.AnyAsync(voicemail => voicemail.Status != VoicemailStatus.Ready)),
            "every message is stored, announced and removed from Twilio");
        var ends = await Task.WhenAll(calls.Select(EndOfAsync));
        Assert.Equal(120, ends.Length);
        var end = Assert.Single(ends.Distinct());
        Assert.Equal(
            new End(CallRoute.Forward, CallOutcome.Missed, "no-answer", QuotaUnit.Returned, HasEnded: true, Messages: 1, TranscriptionStatus.Completed, Text, QuotaUnit.Charged, Mails: 1, MailsWithText: 1),
            end);
        var subscription = await service.SubscriptionAsync(number);
        Assert.Equal((0, 121), (subscription.ForwardingUsed, subscription.VoicemailsUsed));
    }

    /// <summary>The same call once more, under names of its own, with its reports in the given order.</summary>
    private async Task<string> RepeatAsync(CompletedCall pattern, WebhookKind[] order)
    {
        var heard = pattern.Recording!;
        var recording = new RecordingResource
        {
            Sid = Sid.New("RE"),
            CallSid = Sid.New("CA"),
            Status = "completed",
            Duration = heard.Duration,
            StartTime = heard.StartTime,
            DateCreated = heard.DateCreated,
            Wav = heard.Wav,
        };
        service.Line.Account.Add(recording);

        // On a machine that is too slow at the moment a caller is answered without the database: then this call begins once more.
        do
        {
            await SendAsync(WebhookKind.Voice);
        }
        while (!await service.ReadAsync(db => db.Calls.AnyAsync(call => call.Sid == recording.CallSid)));

        foreach (var kind in order)
        {
            await SendAsync(kind);
        }

        return recording.CallSid;

        async Task SendAsync(WebhookKind kind)
        {
            var exchange = pattern.Exchange(kind)!;
            var fields = exchange.Parameters.Select(field => KeyValuePair.Create(field.Key, field.Value
                .Replace(pattern.CallSid, recording.CallSid, StringComparison.Ordinal)
                .Replace(heard.Sid, recording.Sid, StringComparison.Ordinal)));
            var answer = await service.Line.SendAsync(new Uri(exchange.Url).PathAndQuery, fields, TestContext.Current.CancellationToken);
            Assert.True(answer.IsSuccess, $"{kind} was answered {answer.StatusCode} in the order {string.Join(", ", order)}");
        }
    }

    private async Task<End> EndOfAsync(string callSid)
    {
        var call = await service.CallAsync(callSid);
        var voicemails = await service.VoicemailsOfAsync(callSid);
        var mails = service.Mails.All.Where(mail => voicemails.Any(voicemail => mail.Text!.Contains(voicemail.Id.ToString(), StringComparison.Ordinal))).ToList();
        return new End(
            call.Route,
            call.Outcome,
            call.DialStatus,
            call.ForwardingUnit,
            call.EndedAt is not null && call.DurationSeconds is not null,
            voicemails.Length,
            voicemails[0].Transcription,
            voicemails[0].Transcript,
            voicemails[0].Unit,
            mails.Count,
            mails.Count(mail => mail.Text!.Contains(Text, StringComparison.Ordinal)));
    }

    private static IEnumerable<WebhookKind[]> Permutations(WebhookKind[] kinds) => kinds.Length <= 1
        ? [kinds]
        : kinds.SelectMany(first => Permutations([.. kinds.Where(kind => kind != first)]).Select(rest => (WebhookKind[])[first, .. rest]));

    private sealed record End(
        CallRoute Route,
        CallOutcome Outcome,
        string? DialStatus,
        QuotaUnit ForwardingUnit,
        bool HasEnded,
        int Messages,
        TranscriptionStatus Transcription,
        string? Transcript,
        QuotaUnit Unit,
        int Mails,
        int MailsWithText);

    public sealed class OnSqlite(SqliteService service) : OrderOfEventsTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : OrderOfEventsTests(service), IClassFixture<PostgreSqlService>;
}
