namespace MaskedVoicemail.Simulator.Account;

/// <summary>A recording made by <c>&lt;Record&gt;</c>.</summary>
public sealed class RecordingResource
{
    public required string Sid { get; init; }

    public required string CallSid { get; init; }

    /// <summary><c>in-progress</c>, <c>processing</c>, <c>completed</c>, <c>absent</c>.</summary>
    public string Status { get; set; } = "in-progress";

    public required DateTimeOffset StartTime { get; init; }

    public required DateTimeOffset DateCreated { get; init; }

    public DateTimeOffset DateUpdated { get; set; }

    /// <summary>In seconds, after trimming.</summary>
    public int Duration { get; set; }

    /// <summary>Why it is absent.</summary>
    public int? ErrorCode { get; set; }

    public byte[] Wav { get; set; } = [];

    /// <summary>Null: silence of the same length is served.</summary>
    public byte[]? Mp3 { get; set; }
}
