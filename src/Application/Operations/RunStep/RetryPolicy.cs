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

    /// <summary>The last one comes 24 hours after the first attempt.</summary>
    private const int RepetitionsInOneDay = 51;

    /// <summary>Twilio's copy waits: nothing is lost while it is tried for a week.</summary>
    private const int RepetitionsInOneWeek = RepetitionsInOneDay + (6 * 24);

    /// <summary>Some forty minutes: a text that comes later is of little use, and the message can be heard all the while.</summary>
    private const int RepetitionsAtText = 12;

    /// <summary>A defect is not mended by waiting; eight attempts in all tell it from a mishap.</summary>
    private const int RepetitionsAtDefect = 7;

    private static readonly TimeSpan Frequent = TimeSpan.FromSeconds(512);
    private static readonly TimeSpan Rare = TimeSpan.FromHours(1);

    /// <summary>A full disk or a wrong key is mended by somebody who then wants to see it work.</summary>
    private static readonly TimeSpan LongestUntilMended = TimeSpan.FromMinutes(4);
    private static readonly int RepetitionsAtOwnResources = (int)(TimeSpan.FromDays(1) / LongestUntilMended);

    /// <param name="kind">Which step.</param>
    /// <param name="attempts">How often it has failed, this time included.</param>
    /// <param name="failure">Why this time.</param>
    /// <param name="chance">From 0 to 1: spreads what failed together, so that it is not tried again together.</param>
    /// <returns>How long to wait, or null when it is time to give up.</returns>
    public static TimeSpan? DelayAfter(StepKind kind, int attempts, StepFailure failure, double chance)
    {
        if (failure.IsPermanent || attempts > Repetitions(kind, failure.Cause))
        {
            return null;
        }

        var delay = attempts <= DoublingAttempts ? TimeSpan.FromSeconds(1 << (attempts - 1)) : attempts <= FrequentAttempts ? Frequent : Rare;
        if (failure.Cause is FailureCause.OwnResources or FailureCause.Refusal && delay > LongestUntilMended)
        {
            delay = LongestUntilMended;
        }

        // A partner that named a time is never asked before it.
        return failure.RetryAfter is { } retryAfter && retryAfter > delay
            ? retryAfter * (1 + (0.1 * chance))
            : delay * (0.9 + (0.2 * chance));
    }

    /// <returns>How often it is tried again at most.</returns>
    private static int Repetitions(StepKind kind, FailureCause cause) => cause switch
    {
        FailureCause.Refusal => int.MaxValue,
        FailureCause.Defect => RepetitionsAtDefect,
        FailureCause.OwnResources => RepetitionsAtOwnResources,
        _ => kind switch
        {
            StepKind.ReleaseOriginal => RepetitionsInOneWeek,
            StepKind.Transcribe => RepetitionsAtText,
            _ => RepetitionsInOneDay,
        },
    };
}
