namespace MaskedVoicemail.Infrastructure.Twilio;

/// <param name="NextPageUri">Path and query behind the host; null at the end.</param>
internal sealed record RecordingPage(IReadOnlyList<RecordingResource>? Recordings, string? NextPageUri);
