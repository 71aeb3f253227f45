namespace MaskedVoicemail.Reference;

/// <summary>The first 64 KiB of a file. Nobody signs in, and nothing is looked up.</summary>
internal sealed class AudioFile(string path)
{
    private const int Length = 64 * 1024;

    public async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = StatusCodes.Status206PartialContent;
        response.ContentType = "audio/wav";
        response.ContentLength = Length;
        response.Headers.ContentRange = $"bytes 0-{Length - 1}/{new FileInfo(path).Length}";
        await response.SendFileAsync(path, 0, Length);
    }
}
