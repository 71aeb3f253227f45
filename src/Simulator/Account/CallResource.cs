namespace MaskedVoicemail.Simulator.Account;

/// <summary>One leg of a call.</summary>
public sealed class CallResource
{
    public required string Sid { get; init; }

    public string? ParentCallSid { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public required string Direction { get; init; }

    public string? CallerName { get; init; }

    public string? ForwardedFrom { get; init; }

    public string? PhoneNumberSid { get; init; }

    public string Status { get; internal set; } = "queued";

    public required DateTimeOffset DateCreated { get; init; }

    public DateTimeOffset DateUpdated { get; internal set; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? StartTime { get; internal set; }

    public DateTimeOffset? EndTime { get; internal set; }

    /// <summary>In seconds since it was answered; null while it lasts.</summary>
    public int? Duration => EndTime is not { } end ? null
        : StartTime is { } start ? (int)Math.Round((end - start).TotalSeconds) : 0;
}
