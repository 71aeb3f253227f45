using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>Copies of what EF Core sends to PostgreSQL meanwhile, from all tests of this process.</summary>
public sealed class SentStatements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<NpgsqlCommand> _sent = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    public SentStatements() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public NpgsqlCommand? Last(Func<NpgsqlCommand, bool> isMeant) => _sent.LastOrDefault(isMeant);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuted.Name && value.Value is CommandEventData { Command: NpgsqlCommand command })
        {
            _sent.Enqueue(command.Clone());
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }
}
