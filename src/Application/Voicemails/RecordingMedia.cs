namespace MaskedVoicemail.Application.Voicemails;

/// <summary>Audio on its way in.</summary>
/// <param name="Content">The bytes; read once.</param>
/// <param name="ContentLength">Bytes announced, or null where the partner did not say.</param>
public sealed record RecordingMedia(Stream Content, long? ContentLength) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
