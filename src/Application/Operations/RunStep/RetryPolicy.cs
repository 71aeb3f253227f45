using MaskedVoicemail.Domain.Operations;

namespace MaskedVoicemail.Application.Operations.RunStep;

/// <summary>
/// When a step is tried again. The only place where anything is retried: a client that repeats a request within a repeated step
/// would multiply the load on a partner in trouble, and the mails of a recipient.
/// </summary>
/// <remarks>
/// After 1, 2, 4 … 512 s, then every 512 s for three hours, then every hour. So a partner's outage of half an hour costs at most
/// twelve attempts, and what waited for its end is done within ten minutes of it.
/// </remarks>
internal static class RetryPolicy
{
    private const int DoublingAttempts = 10;
    private const int FrequentAttempts = 30;

    /// <summary>Of an attempt a second after the first one and then ever rarer ones, the one that comes 24 hours later.</summary>
    private const int AttemptsInOneDay = 51;

    /// <summary>Twilio's copy waits: nothing is lost while it is tried for a week.</summary>
    private const int AttemptsInOneWeek = AttemptsInOneDay + (6 * 24);

    /// <summary>Some forty minutes: a text that comes later is of little use, and the message can be heard all the while.</summary>
    private const int AttemptsAtText = 12;

    /// <summary>A defect is not mended by waiting; some attempts tell it from a mishap.</summary>
    private const int AttemptsAtDefect = 8;

    private static readonly TimeSpan Frequent = TimeSpan.FromSeconds(512);
    private static readonly TimeSpan Rare = TimeSpan.FromHours(1);

    /// <summary>Own trouble, such as a full disk, is mended by somebody who then wants to see it work.</summary>
    private static readonly TimeSpan LongestOwnResources = TimeSpan.FromMinutes(4);
    private static readonly int AttemptsAtOwnResources = (int)(TimeSpan.FromDays(1) / LongestOwnResources);

    /// <param name="kind">Which step.</param>
    /// <param name="attempts">How often it has failed, this time included.</param>
    /// <param name="failure">Why this time.</param>
    /// <param name="chance">From 0 to 1: spreads what failed together, so that it is not tried again together.</param>
    /// <returns>How long to wait, or null when it is time to give up.</returns>
    public static TimeSpan? DelayAfter(StepKind kind, int attempts, StepFailure failure, double chance)
    {
        if (failure.IsPermanent || attempts > LastAttempt(kind, failure.Cause))
        {
            return null;
        }

        var delay = attempts <= DoublingAttempts ? TimeSpan.FromSeconds(1 << (attempts - 1)) : attempts <= FrequentAttempts ? Frequent : Rare;
        if (failure.Cause is FailureCause.OwnResources && delay > LongestOwnResources)
        {
            delay = LongestOwnResources;
        }

        // A partner that named a time is never asked before it.
        return failure.RetryAfter is { } retryAfter && retryAfter > delay
            ? retryAfter * (1 + (0.1 * chance))
            : delay * (0.9 + (0.2 * chance));
    }

    private static int LastAttempt(StepKind kind, FailureCause cause) => cause switch
    {
        FailureCause.Refusal => int.MaxValue,
        FailureCause.Defect => AttemptsAtDefect,
        FailureCause.OwnResources => AttemptsAtOwnResources,
        _ => kind switch
        {
            StepKind.ReleaseOriginal => AttemptsInOneWeek,
            StepKind.Transcribe => AttemptsAtText,
            _ => AttemptsInOneDay,
        },
    };
}
