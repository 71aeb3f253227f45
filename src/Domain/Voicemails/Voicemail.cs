using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Domain.Voicemails;

/// <summary>
/// A caller's message. Twilio's reports change it in conditional updates on the allowed predecessors;
/// what its owner does with it goes through the methods here.
/// </summary>
public sealed class Voicemail
{
    public const int TranscriptMaxLength = 20_000;
    public const int SidMaxLength = 64;
    public const int ContentTypeMaxLength = 64;

    /// <summary>How long a deleted message can be brought back.</summary>
    public static readonly TimeSpan UndoPeriod = TimeSpan.FromDays(30);

    private Voicemail()
    {
    }

    public VoicemailId Id { get; private set; }

    public CallId CallId { get; private set; }

    public MaskedNumberId NumberId { get; private set; }

    /// <summary>Who owned the number when the call came in: the message is theirs.</summary>
    public SubscriberId OwnerId { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public Caller Caller { get; private set; }

    public string? CallerName { get; private set; }

    /// <summary>When the call came in.</summary>
    public DateTimeOffset ReceivedAt { get; private set; }

    public VoicemailStatus Status { get; private set; }

    /// <summary>When Twilio reported the recording.</summary>
    public DateTimeOffset? RecordedAt { get; private set; }

    /// <summary>Twilio's <c>RecordingSid</c>.</summary>
    public string? RecordingSid { get; private set; }

    /// <summary>Seconds, as Twilio reports it after trimming.</summary>
    public int? DurationSeconds { get; private set; }

    public string? AudioContentType { get; private set; }

    /// <summary>Bytes.</summary>
    public long? AudioLength { get; private set; }

    /// <summary>Lower-case hexadecimal SHA-256 of the stored audio.</summary>
    public string? AudioSha256 { get; private set; }

    public TranscriptionStatus Transcription { get; private set; }

    public string? Transcript { get; private set; }

    public DateTimeOffset? HeardAt { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public DateTimeOffset? DeletedAt { get; private set; }

    /// <summary>The message came over quota: it opens when quota returns.</summary>
    public bool IsSealed { get; private set; }

    public QuotaUnit Unit { get; private set; }

    /// <summary>The period that the unit belongs to; null while none was taken.</summary>
    public DateTimeOffset? PeriodStart { get; private set; }

    /// <summary>Whether there is audio here to hear.</summary>
    public bool HasAudio => Status is VoicemailStatus.Stored or VoicemailStatus.Ready;

    /// <summary>The caller of a call is asked for a message.</summary>
    public static Voicemail Expect(Call call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return new Voicemail
        {
            Id = VoicemailId.Of(call.Id),
            CallId = call.Id,
            NumberId = call.NumberId,
            OwnerId = call.OwnerId,
            SubscriptionId = call.SubscriptionId,
            Caller = call.Caller,
            CallerName = call.CallerName,
            ReceivedAt = call.StartedAt,
        };
    }

    /// <summary>One more message of the same call: not expected, but not to be lost either.</summary>
    public static Voicemail ExpectAnother(Call call, DateTimeOffset now)
    {
        var voicemail = Expect(call);
        voicemail.Id = VoicemailId.New(now);
        return voicemail;
    }

    /// <summary>Twilio has the recording.</summary>
    /// <param name="recordingSid">Twilio's <c>RecordingSid</c>.</param>
    /// <param name="durationSeconds">Seconds, after trimming.</param>
    /// <param name="paidIn">Start of the period whose quota gave a unit; null where none was left, which seals the message.</param>
    /// <param name="isTranscribed">Whether a text is on its way.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="InvalidOperationException">There is a recording already.</exception>
    public void Record(string recordingSid, int? durationSeconds, DateTimeOffset? paidIn, bool isTranscribed, DateTimeOffset now)
    {
        if (RecordingSid is not null)
        {
            throw new InvalidOperationException("A message has one recording.");
        }

        Status = VoicemailStatus.Recorded;
        RecordingSid = recordingSid;
        DurationSeconds = durationSeconds;
        RecordedAt = now;
        IsSealed = paidIn is null;
        Unit = paidIn is null ? QuotaUnit.None : QuotaUnit.Charged;
        PeriodStart = paidIn;
        if (isTranscribed && Transcription is TranscriptionStatus.None)
        {
            Transcription = TranscriptionStatus.Pending;
        }
    }

    /// <summary>
    /// The text has come, or word that there will be none. A text is never lost to a later failure, and does not come back to a message that was removed.
    /// </summary>
    public void Transcribe(string? text)
    {
        if (Status is VoicemailStatus.Deleted)
        {
            return;
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            Transcription = TranscriptionStatus.Completed;
            Transcript = text.Length <= TranscriptMaxLength ? text : text[..TranscriptMaxLength];
        }
        else if (Transcription is not TranscriptionStatus.Completed)
        {
            Transcription = TranscriptionStatus.Failed;
        }
    }

    public void MarkHeard(DateTimeOffset now) => HeardAt ??= now;

    public void MarkNew() => HeardAt = null;

    public void Archive(DateTimeOffset now) => ArchivedAt ??= now;

    public void Unarchive() => ArchivedAt = null;

    public void Delete(DateTimeOffset now) => DeletedAt ??= now;

    public Result Restore()
    {
        if (Status is VoicemailStatus.Deleted)
        {
            return VoicemailErrors.GoneForGood;
        }

        DeletedAt = null;
        return Result.Success;
    }
}
