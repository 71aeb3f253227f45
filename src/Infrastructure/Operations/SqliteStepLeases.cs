using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>One process has the file, and its job engine runs no step twice at a time: there is nobody to keep away, only runs to tell apart.</summary>
internal sealed class SqliteStepLeases(SqliteConnections connections) : IStepLeases
{
    private const string Take = """
        UPDATE "BackgroundSteps" SET "Run" = "Run" + 1 WHERE "VoicemailId" = @voicemail AND "Kind" = @kind AND "State" = 'Due' RETURNING "Run"
        """;

    public async Task<IStepLease?> TakeAsync(VoicemailId voicemail, StepKind kind, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Take;
        command.Parameters.AddWithValue("@voicemail", voicemail.Value);
        command.Parameters.AddWithValue("@kind", kind.ToString());
        return await command.ExecuteScalarAsync(cancellationToken) is long run ? new OnlyProcessLease((int)run) : null;
    }

    private sealed class OnlyProcessLease(int run) : IStepLease
    {
        public int Run => run;

        public CancellationToken Lost => CancellationToken.None;

        public Task ReleaseAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
