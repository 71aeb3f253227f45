using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Account;
using MaskedVoicemail.Simulator.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Voicemails;

/// <summary>Reports on recordings that come in at the same moment share a commit. None of them notices the others.</summary>
public abstract class KeepingRecordingsTogetherTests(VoicemailService service)
{
    [Fact]
    public async Task Each_of_many_reports_at_once_has_the_effect_that_it_would_have_had_alone()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false }, voicemailQuota: 7);
        var other = await service.HasNumberAsync(settings => settings with { IsEnabled = false, IsTranscribed = true, Language = Language.Chinese });
        var calls = await RingAsync(number, 20);
        var others = await RingAsync(other, 5);

        // Each report twice, as after a lost answer, and a second recording for one of the calls.
        var reports = calls.Concat(others).Select(call => (Call: call, Recording: Sid.New("RE"))).ToList();
        var statuses = await Task.WhenAll(reports.Concat(reports).Append((others[0], Sid.New("RE"))).Select(report => ReportAsync(report.Item1, report.Item2)));

        Assert.All(statuses, status => Assert.Equal(204, status));
        var messages = await service.ReadAsync(db => db.Voicemails.AsNoTracking().Where(row => row.NumberId == number.Id).ToListAsync());
        Assert.Equal(reports.Take(20).Select(report => report.Recording).Order(StringComparer.Ordinal), messages.Select(row => row.RecordingSid).Order(StringComparer.Ordinal));
        Assert.Equal(7, messages.Count(row => row is { IsSealed: false, Unit: QuotaUnit.Charged, PeriodStart: not null }));
        Assert.Equal(13, messages.Count(row => row is { IsSealed: true, Unit: QuotaUnit.None, PeriodStart: null }));
        Assert.All(messages, row => Assert.True(row is { DurationSeconds: 3, RecordedAt: not null, Transcription: TranscriptionStatus.None }));
        Assert.Equal(7, (await service.SubscriptionAsync(number)).VoicemailsUsed);

        Assert.Equal(6, await service.ReadAsync(db => db.Voicemails.CountAsync(row => row.NumberId == other.Id && row.RecordingSid != null)));
        Assert.Equal(6, (await service.SubscriptionAsync(other)).VoicemailsUsed);
        Assert.Equal(26, await service.ReadAsync(db => db.BackgroundSteps.CountAsync(step => step.Kind == StepKind.FetchAudio
            && db.Voicemails.Any(row => row.Id == step.VoicemailId && (row.NumberId == number.Id || row.NumberId == other.Id)))));
    }

    [Fact]
    public async Task A_text_is_awaited_where_the_number_wants_it_and_Twilio_writes_it()
    {
        var number = await service.HasNumberAsync(settings => settings with { IsEnabled = false, IsTranscribed = true });
        var call = Assert.Single(await RingAsync(number, 1));

        Assert.Equal(204, await ReportAsync(call, Sid.New("RE")));

        Assert.Equal(TranscriptionStatus.Pending, Assert.Single(await service.VoicemailsOfAsync(call)).Transcription);
    }

    private async Task<List<string>> RingAsync(TestNumber number, int count)
    {
        var calls = Enumerable.Range(0, count).Select(_ => Sid.New("CA")).ToList();
        foreach (var call in calls)
        {
            var answer = await service.Line.SendAsync(
                "/webhook/voice",
                new WebhookParameters { { "CallSid", call }, { "CallStatus", "ringing" }, { "From", "+12125550100" }, { "To", number.E164 } },
                TestContext.Current.CancellationToken);
            Assert.Contains("<Record", answer.Body);
        }

        return calls;
    }

    private async Task<int> ReportAsync(string call, string recording)
    {
        var answer = await service.Line.SendAsync(
            "/webhook/voicemail-callback",
            new WebhookParameters { { "CallSid", call }, { "RecordingSid", recording }, { "RecordingStatus", "completed" }, { "RecordingDuration", "3" } },
            TestContext.Current.CancellationToken);
        return answer.StatusCode!.Value;
    }

    public sealed class OnSqlite(SqliteService service) : KeepingRecordingsTogetherTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : KeepingRecordingsTogetherTests(service), IClassFixture<PostgreSqlService>;
}
