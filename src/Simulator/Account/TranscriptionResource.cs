namespace MaskedVoicemail.Simulator.Account;

/// <summary>The text of a recording, made by <c>transcribe="true"</c>.</summary>
public sealed record TranscriptionResource
{
    public required string Sid { get; init; }

    public required string RecordingSid { get; init; }

    /// <summary><c>completed</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    public string? Text { get; init; }

    public required int Duration { get; init; }

    public required DateTimeOffset DateCreated { get; init; }
}
