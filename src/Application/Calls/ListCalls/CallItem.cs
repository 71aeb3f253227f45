using MaskedVoicemail.Domain.Calls;
using MaskedVoicemail.Domain.Numbers;

namespace MaskedVoicemail.Application.Calls.ListCalls;

/// <summary>A call as the number's owner sees it.</summary>
public sealed record CallItem
{
    public required CallId Id { get; init; }

    public required Caller Caller { get; init; }

    /// <summary>The caller's name from the network; a stranger's text.</summary>
    public required string? CallerName { get; init; }

    /// <summary>The masked number that was called.</summary>
    public required PhoneNumber? Number { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required CallRoute Route { get; init; }

    public required CallOutcome Outcome { get; init; }

    public required string? DialStatus { get; init; }

    public required int? TalkSeconds { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>The message that the caller left, or was asked for; null where there is neither.</summary>
    public CallMessage? Message { get; init; }
}
