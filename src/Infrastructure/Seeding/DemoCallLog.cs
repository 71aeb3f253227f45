using System.Security.Cryptography;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Infrastructure.Seeding;

/// <summary>Writes calls and messages of the demonstration, as they would be after all that Twilio reports.</summary>
internal sealed class DemoCallLog(AppDbContext db, IRecordingStore recordings, DateTimeOffset now)
{
    private const int RingSeconds = 22;

    /// <summary>Messages so old have been heard.</summary>
    private static readonly TimeSpan HeardAfter = TimeSpan.FromHours(24);

    public async Task AddAsync(DemoCall demo, MaskedNumber number, Subscription subscription, DemoMessage? message, CancellationToken cancellationToken)
    {
        var startedAt = now.AddHours(-demo.HoursAgo);
        var call = Create<Call>(new()
        {
            [nameof(Call.Id)] = CallId.New(startedAt),
            [nameof(Call.Sid)] = NewSid("CA"),
            [nameof(Call.NumberId)] = number.Id,
            [nameof(Call.OwnerId)] = number.OwnerId,
            [nameof(Call.SubscriptionId)] = subscription.Id,
            [nameof(Call.Caller)] = Caller.FromRaw(demo.Caller),
            [nameof(Call.CallerName)] = demo.CallerName,
            [nameof(Call.Route)] = CallRoute.Forward,
            [nameof(Call.StartedAt)] = startedAt,
            [nameof(Call.PeriodStart)] = subscription.PeriodStart,
            [nameof(Call.ForwardingUnit)] = demo.TalkSeconds is null ? QuotaUnit.Returned : QuotaUnit.Charged,
            [nameof(Call.Outcome)] = demo.TalkSeconds is null ? CallOutcome.Missed : CallOutcome.Answered,
            [nameof(Call.DialStatus)] = demo.TalkSeconds is not null ? "completed" : demo.IsBusy ? "busy" : "no-answer",
            [nameof(Call.TalkSeconds)] = demo.TalkSeconds,
        });
        var seconds = RingSeconds + (demo.TalkSeconds ?? await AddVoicemailAsync(call, demo, message, cancellationToken));
        Set(call, nameof(Call.DurationSeconds), seconds);
        Set(call, nameof(Call.EndedAt), startedAt.AddSeconds(seconds));
    }

    /// <returns>How long the caller spoke, in seconds.</returns>
    private async Task<int> AddVoicemailAsync(Call call, DemoCall demo, DemoMessage? message, CancellationToken cancellationToken)
    {
        var voicemail = Voicemail.Expect(call);
        db.Voicemails.Add(voicemail);
        if (message is null)
        {
            Set(voicemail, nameof(Voicemail.Status), VoicemailStatus.Absent);
            return 0;
        }

        await using var media = new RecordingMedia(new MemoryStream(message.Audio, writable: false), message.Audio.Length);
        var audio = await recordings.SaveAsync(voicemail.Id, media, cancellationToken);
        var seconds = (int)Math.Ceiling(audio.Duration?.TotalSeconds ?? 0);
        var recordedAt = call.StartedAt.AddSeconds(RingSeconds + seconds);
        voicemail.Record(NewSid("RE"), seconds, paidIn: call.PeriodStart, isTranscribed: true, recordedAt);
        voicemail.Transcribe(message.Transcript);
        Set(voicemail, nameof(Voicemail.Status), VoicemailStatus.Ready);
        Set(voicemail, nameof(Voicemail.AudioContentType), audio.ContentType);
        Set(voicemail, nameof(Voicemail.AudioLength), audio.Length);
        Set(voicemail, nameof(Voicemail.AudioSha256), audio.Sha256);
        if (now - recordedAt > HeardAfter)
        {
            voicemail.MarkHeard(recordedAt.AddMinutes(50));
        }

        if (demo.IsArchived)
        {
            voicemail.Archive(recordedAt.AddMinutes(51));
        }

        return seconds;
    }

    /// <summary>Calls are only ever written by the intake's statements, so their class has no constructor to use here.</summary>
    private T Create<T>(Dictionary<string, object?> values)
        where T : class
    {
        var row = db.Entry((T)Activator.CreateInstance(typeof(T), nonPublic: true)!);
        row.CurrentValues.SetValues(values);
        row.State = EntityState.Added;
        return row.Entity;
    }

    private void Set(object entity, string property, object value) => db.Entry(entity).Property(property).CurrentValue = value;

    private static string NewSid(string prefix) => prefix + RandomNumberGenerator.GetHexString(32, lowercase: true);
}
