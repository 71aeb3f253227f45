namespace MaskedVoicemail.Infrastructure.Voicemails.OpenAi;

/// <summary>Bound from <c>Transcription:OpenAi</c>.</summary>
internal sealed class OpenAiOptions
{
    public const string Section = "Transcription:OpenAi";

    /// <summary>The server, up to and without <c>/v1</c>. There is no default: where people's voices are sent is said aloud.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Servers of one's own often want none.</summary>
    public string? ApiKey { get; set; }

    public string Model { get; set; } = "whisper-1";

    /// <summary>For one message, from sending it to having the text.</summary>
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest file that the server takes.</summary>
    public long MaxBytes { get; set; } = 25_000_000;
}
