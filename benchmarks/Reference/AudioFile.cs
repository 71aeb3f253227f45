using Npgsql;

namespace MaskedVoicemail.Reference;

/// <summary>The first 64 KiB of a message's file, after one statement that finds the message among its owner's. Nobody signs in.</summary>
internal sealed class AudioFile(NpgsqlDataSource database, string path)
{
    private const int Length = 64 * 1024;

    private const string Statement = """
        SELECT v."AudioContentType" FROM "Voicemails" v WHERE v."Id" = $1 AND v."OwnerId" = $2
        """;

    public async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        if (await ReadContentTypeAsync(context.Request) is not { } contentType)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.StatusCode = StatusCodes.Status206PartialContent;
        response.ContentType = contentType;
        response.ContentLength = Length;
        response.Headers.ContentRange = $"bytes 0-{Length - 1}/{new FileInfo(path).Length}";
        await response.SendFileAsync(path, 0, Length);
    }

    /// <param name="request">Its query is <c>?id=…&amp;owner=…</c>.</param>
    private async Task<string?> ReadContentTypeAsync(HttpRequest request)
    {
        await using var command = database.CreateCommand(Statement);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(request.Query["id"].ToString()) });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(request.Query["owner"].ToString()) });
        return (string?)await command.ExecuteScalarAsync();
    }
}
