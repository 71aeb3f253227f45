using Npgsql;

namespace MaskedVoicemail.Reference;

/// <summary>One statement and one commit: the call's message gets its recording.</summary>
internal sealed class RecordingReport(NpgsqlDataSource database, string publicUrl, string token)
{
    private const string Statement = """
        UPDATE "Voicemails" v SET "RecordingSid" = $2, "DurationSeconds" = $3, "Status" = 'Recorded'
        FROM "Calls" c
        WHERE c."Sid" = $1 AND v."CallId" = c."Id"
        """;

    private readonly SignedForm _form = new(publicUrl, token);

    public async Task AnswerAsync(HttpContext context)
    {
        if (await _form.ReadAsync(context.Request) is not { } fields)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await using var command = database.CreateCommand(Statement);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SignedForm.Find(fields, "CallSid")! });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = SignedForm.Find(fields, "RecordingSid")! });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = int.Parse(SignedForm.Find(fields, "RecordingDuration")!, System.Globalization.CultureInfo.InvariantCulture) });
        context.Response.StatusCode = await command.ExecuteNonQueryAsync() == 1 ? StatusCodes.Status204NoContent : StatusCodes.Status404NotFound;
    }
}
