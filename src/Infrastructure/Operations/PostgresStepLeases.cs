using MaskedVoicemail.Application.Operations.RunStep;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using Npgsql;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Leases in the step's own row, by the clock of the server: the only one that all nodes share.</summary>
internal sealed class PostgresStepLeases(NpgsqlDataSource dataSource) : IStepLeases
{
    private const string Take = """
        UPDATE "BackgroundSteps" SET "LeasedUntil" = clock_timestamp() + $3, "Run" = "Run" + 1
        WHERE "VoicemailId" = $1 AND "Kind" = $2 AND "State" = 'Due' AND ("LeasedUntil" IS NULL OR "LeasedUntil" < clock_timestamp())
        RETURNING "Run"
        """;

    private const string Set = """
        UPDATE "BackgroundSteps" SET "LeasedUntil" = clock_timestamp() + $3
        WHERE "VoicemailId" = $1 AND "Kind" = $2 AND "State" = 'Due' AND "Run" = $4
        """;

    public async Task<IStepLease?> TakeAsync(VoicemailId voicemail, StepKind kind, CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(Take, voicemail, kind, IStepLease.Length);
        return await command.ExecuteScalarAsync(cancellationToken) is int run
            ? new RenewedStepLease(run, token => RenewAsync(voicemail, kind, run, token), () => ReleaseAsync(voicemail, kind, run))
            : null;
    }

    private Task<bool> RenewAsync(VoicemailId voicemail, StepKind kind, int run, CancellationToken cancellationToken) =>
        SetAsync(voicemail, kind, run, IStepLease.Length, cancellationToken);

    /// <summary>On the way out of a stopping process: not to be interrupted by that stop.</summary>
    private async Task ReleaseAsync(VoicemailId voicemail, StepKind kind, int run) =>
        await SetAsync(voicemail, kind, run, TimeSpan.Zero, CancellationToken.None);

    private async Task<bool> SetAsync(VoicemailId voicemail, StepKind kind, int run, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(Set, voicemail, kind, length);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = run });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    private NpgsqlCommand CreateCommand(string text, VoicemailId voicemail, StepKind kind, TimeSpan length)
    {
        var command = dataSource.CreateCommand(text);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = voicemail.Value });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = kind.ToString() });
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = length });
        return command;
    }
}
