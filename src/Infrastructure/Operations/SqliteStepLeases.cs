using System.Collections.Concurrent;
using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Persistence;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>One process has the file, so it is enough that this process remembers which steps are under way.</summary>
internal sealed class SqliteStepLeases(SqliteConnections connections) : IStepLeases
{
    private const string Take = """
        UPDATE "BackgroundSteps" SET "Run" = "Run" + 1 WHERE "VoicemailId" = @voicemail AND "Kind" = @kind AND "State" = 'Due' RETURNING "Run"
        """;

    private readonly ConcurrentDictionary<(VoicemailId Voicemail, StepKind Kind), bool> _underWay = new();

    public async Task<IStepLease?> TakeAsync(VoicemailId voicemail, StepKind kind, CancellationToken cancellationToken)
    {
        if (!_underWay.TryAdd((voicemail, kind), true))
        {
            return null;
        }

        int? run = null;
        try
        {
            run = await CountRunAsync(voicemail, kind, cancellationToken);
            return run is null ? null : new Lease(run.Value, () => Release(voicemail, kind));
        }
        finally
        {
            if (run is null)
            {
                Release(voicemail, kind);
            }
        }
    }

    private void Release(VoicemailId voicemail, StepKind kind) => _underWay.TryRemove((voicemail, kind), out _);

    private async Task<int?> CountRunAsync(VoicemailId voicemail, StepKind kind, CancellationToken cancellationToken)
    {
        await using var connection = await connections.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = Take;
        command.Parameters.AddWithValue("@voicemail", voicemail.Value);
        command.Parameters.AddWithValue("@kind", kind.ToString());
        return await command.ExecuteScalarAsync(cancellationToken) is long run ? (int)run : null;
    }

    private sealed class Lease(int run, Action release) : IStepLease
    {
        public int Run => run;

        public CancellationToken Lost => CancellationToken.None;

        public Task ReleaseAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync()
        {
            release();
            return ValueTask.CompletedTask;
        }
    }
}
