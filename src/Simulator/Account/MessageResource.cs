namespace MaskedVoicemail.Simulator.Account;

/// <summary>A text message that the program sent.</summary>
public sealed record MessageResource
{
    public required string Sid { get; init; }

    /// <summary>A number, unless <see cref="MessagingServiceSid"/> is given.</summary>
    public string? From { get; init; }

    public string? MessagingServiceSid { get; init; }

    public required string To { get; init; }

    public required string Body { get; init; }

    public string? StatusCallback { get; init; }

    public required DateTimeOffset DateCreated { get; init; }
}
