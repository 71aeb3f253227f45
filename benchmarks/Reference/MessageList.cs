using System.Globalization;
using System.Text;
using Npgsql;

namespace MaskedVoicemail.Reference;

/// <summary>Twenty rows of one owner, newest first, as a table and nothing around it. Nobody signs in.</summary>
internal sealed class MessageList(NpgsqlDataSource database)
{
    private const string Statement = """
        SELECT v."Id", v."Caller", v."ReceivedAt", v."DurationSeconds", v."Transcript"
        FROM "Voicemails" v
        WHERE v."OwnerId" = $1
        ORDER BY v."ReceivedAt" DESC, v."Id" DESC
        LIMIT 20
        """;

    public async Task AnswerAsync(HttpContext context)
    {
        var page = new StringBuilder(8192).Append("<!doctype html><table>");
        await using (var command = database.CreateCommand(Statement))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.Parse(context.Request.QueryString.Value.AsSpan("?owner=".Length)) });
            await using var row = await command.ExecuteReaderAsync();
            while (await row.ReadAsync())
            {
                page.Append(CultureInfo.InvariantCulture, $"<tr><td>{row.GetGuid(0)}<td>{row.GetString(1)}<td>{row.GetDateTime(2):s}");
                page.Append(CultureInfo.InvariantCulture, $"<td>{(row.IsDBNull(3) ? 0 : row.GetInt32(3))}<td>{(row.IsDBNull(4) ? "" : System.Net.WebUtility.HtmlEncode(row.GetString(4)))}");
            }
        }

        var body = Encoding.UTF8.GetBytes(page.Append("</table>").ToString());
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
