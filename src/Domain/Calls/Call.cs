using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Numbers;
using MaskedVoicemail.Domain.Subscriptions;

namespace MaskedVoicemail.Domain.Calls;

/// <summary>
/// One call to a masked number. The row is written by the statement that routes the call;
/// what happens later is recorded in conditional updates, because Twilio reports in any order and more than once.
/// </summary>
public sealed class Call
{
    public const int SidMaxLength = 64;
    public const int CallerNameMaxLength = 128;
    public const int ForwardedFromMaxLength = 128;

    private Call()
    {
    }

    public CallId Id { get; private set; }

    /// <summary>Twilio's <c>CallSid</c> of the caller's leg.</summary>
    public string Sid { get; private set; } = null!;

    public MaskedNumberId NumberId { get; private set; }

    /// <summary>Who owned the number then.</summary>
    public SubscriberId OwnerId { get; private set; }

    public SubscriptionId SubscriptionId { get; private set; }

    public Caller Caller { get; private set; }

    /// <summary>The caller's name from the network (CNAM); a stranger's text.</summary>
    public string? CallerName { get; private set; }

    public CallRoute Route { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>What became of the unit of the forwarding quota.</summary>
    public QuotaUnit ForwardingUnit { get; private set; }

    /// <summary>The period that the unit belongs to.</summary>
    public DateTimeOffset PeriodStart { get; private set; }

    public CallOutcome Outcome { get; private set; }

    /// <summary>Twilio's <c>DialCallStatus</c>, once the owner's phone has rung.</summary>
    public string? DialStatus { get; private set; }

    /// <summary>How long the owner and the caller talked, in seconds.</summary>
    public int? TalkSeconds { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The whole call in seconds, as Twilio reports it (<c>CallDuration</c>).</summary>
    public int? DurationSeconds { get; private set; }

    /// <summary>Enters a call that was answered while the database was away.</summary>
    /// <param name="sid">Twilio's <c>CallSid</c>.</param>
    /// <param name="number">The number that was rung.</param>
    /// <param name="caller">Who called.</param>
    /// <param name="callerName">The caller's name from the network.</param>
    /// <param name="startedAt">UTC.</param>
    /// <param name="durationSeconds">Seconds.</param>
    public static Call TakenInEmergency(string sid, MaskedNumber number, Caller caller, string? callerName, DateTimeOffset startedAt, int? durationSeconds)
    {
        ArgumentNullException.ThrowIfNull(number);
        return new Call
        {
            Id = CallId.New(startedAt),
            Sid = sid,
            NumberId = number.Id,
            OwnerId = number.OwnerId,
            SubscriptionId = number.SubscriptionId,
            Caller = caller,
            CallerName = callerName?.Length > CallerNameMaxLength ? callerName[..CallerNameMaxLength] : callerName,
            Route = CallRoute.Emergency,
            StartedAt = startedAt,
            PeriodStart = startedAt,
            Outcome = CallOutcome.Missed,
            EndedAt = startedAt + TimeSpan.FromSeconds(durationSeconds ?? 0),
            DurationSeconds = durationSeconds,
        };
    }
}
