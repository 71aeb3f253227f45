namespace MaskedVoicemail.Infrastructure.Voicemails.OpenAi;

/// <summary>What the server answers with <c>response_format=json</c>.</summary>
internal sealed record TranscriptionAnswer(string? Text);
