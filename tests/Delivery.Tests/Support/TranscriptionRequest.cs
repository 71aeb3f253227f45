using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Delivery.Tests.Support;

/// <summary>What the transcription server was sent.</summary>
internal sealed record TranscriptionRequest(
    string? Authorization, string ContentType, string FileName, string? FileType, byte[] Audio, string Model, string Language, string Format)
{
    public static async Task<TranscriptionRequest> ReadAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var file = form.Files["file"]!;
        using var audio = new MemoryStream();
        await file.CopyToAsync(audio, request.HttpContext.RequestAborted);
        return new TranscriptionRequest(
            request.Headers.Authorization,
            request.ContentType!,
            file.FileName,
            file.ContentType,
            audio.ToArray(),
            form["model"].ToString(),
            form["language"].ToString(),
            form["response_format"].ToString());
    }
}
