using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Infrastructure.Persistence;

/// <summary>Whether the database can serve: reached, with every migration applied. Says so in the log when that changes.</summary>
public sealed partial class DatabaseReadiness(DatabaseSchemaReader schemas, TimeProvider clock, ILogger<DatabaseReadiness> logger) : IDisposable
{
    /// <summary>An answer is good for this long: whoever asks more often does not load the database.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim _asking = new(1);
    private DatabaseState? _state;
    private long _askedAt;

    public async Task<DatabaseState> GetAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_state is not { } state || clock.GetElapsedTime(_askedAt) > Freshness)
            {
                state = await AskAsync(cancellationToken);
                _askedAt = clock.GetTimestamp();
            }

            return state;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<DatabaseState> AskAsync(CancellationToken cancellationToken)
    {
        DatabaseState state;
        var reason = "";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var schema = await schemas.ReadAsync(patience.Token);
            state = schema.IsCurrent ? DatabaseState.Ready : DatabaseState.Outdated;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            state = DatabaseState.Unreachable;
            reason = $"no answer within {Patience.TotalSeconds} s";
        }
        catch (Exception exception) when (DatabaseFailure.Is(exception))
        {
            state = DatabaseState.Unreachable;
            reason = DatabaseFailure.Describe(exception);
        }

        Tell(state, reason);
        _state = state;
        return state;
    }

    private void Tell(DatabaseState state, string reason)
    {
        switch (state)
        {
            case DatabaseState.Unreachable when _state is not DatabaseState.Unreachable:
                LogUnreachable(reason);
                break;
            case DatabaseState.Outdated when _state is not DatabaseState.Outdated:
                LogOutdated();
                break;
            case DatabaseState.Ready when _state is DatabaseState.Unreachable or DatabaseState.Outdated:
                LogReady();
                break;
        }
    }

    [LoggerMessage(LogLevel.Error, "The database (ConnectionStrings:Default) can't be reached, trying again: {Reason}")]
    private partial void LogUnreachable(string reason);

    [LoggerMessage(LogLevel.Error, "The database lacks migrations of this version: run the command migrate")]
    private partial void LogOutdated();

    [LoggerMessage(LogLevel.Information, "The database is ready")]
    private partial void LogReady();
}
