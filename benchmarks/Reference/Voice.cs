using System.Text;
using Npgsql;

namespace MaskedVoicemail.Reference;

/// <summary>One statement and one commit: the number is looked up, its quota counted, the target rung. No row of the call is kept.</summary>
internal sealed class Voice(NpgsqlDataSource database, string publicUrl, string token)
{
    private const string Statement = """
        UPDATE "Subscriptions" s SET "ForwardingUsed" = s."ForwardingUsed" + 1
        FROM "MaskedNumbers" n
        WHERE n."Number" = $1 AND n."ReleasedAt" IS NULL AND s."Id" = n."SubscriptionId" AND s."Status" = 'Active' AND s."ForwardingUsed" < s."ForwardingQuota"
        RETURNING n."Forwarding_Target", n."Forwarding_RingSeconds"
        """;

    private readonly SignedForm _form = new(publicUrl, token);

    public async Task AnswerAsync(HttpContext context)
    {
        if (await _form.ReadAsync(context.Request) is not { } fields)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        string document;
        await using (var command = database.CreateCommand(Statement))
        {
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SignedForm.Find(fields, "To")! });
            await using var row = await command.ExecuteReaderAsync();
            document = await row.ReadAsync()
                ? $"""<?xml version="1.0" encoding="utf-8"?><Response><Dial action="{publicUrl}/webhook/dial-result" timeout="{row.GetInt32(1)}"><Number>{row.GetString(0)}</Number></Dial></Response>"""
                : """<?xml version="1.0" encoding="utf-8"?><Response><Reject/></Response>""";
        }

        var body = Encoding.UTF8.GetBytes(document);
        context.Response.ContentType = "text/xml; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }
}
