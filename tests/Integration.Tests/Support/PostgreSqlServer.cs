[assembly: AssemblyFixture(typeof(MaskedVoicemail.Integration.Tests.Support.PostgreSqlServer))]

namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>
/// The server that <c>TEST_POSTGRES</c> names; <c>test.sh</c> starts one. The schema is created once, in a template, and every
/// test database is a copy of it, which takes a fraction of a second where migrating takes several.
/// </summary>
public sealed class PostgreSqlServer : IAsyncDisposable
{
    public const string SkipReason = $"{Variable} names no PostgreSQL server. Run ./test.sh, or set it.";

    private const string Variable = "TEST_POSTGRES";

    // Copies are made one at a time: a template with a second session on it cannot be copied.
    private readonly SemaphoreSlim _copying = new(1);
    private PostgreSqlDatabase? _template;

    /// <summary>Without a server the tests that need one are skipped, except in CI, where they fail.</summary>
    public static bool IsMissing =>
        Address is null && Environment.GetEnvironmentVariable("CI") is not "true";

    private static string? Address => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } address ? address : null;

    /// <param name="migrate">Creates the schema in the empty database of the given connection string.</param>
    /// <param name="cancellationToken">Stops waiting for the server.</param>
    public async Task<PostgreSqlDatabase> CreateDatabaseAsync(Func<string, Task> migrate, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(migrate);
        var address = Address ?? throw new InvalidOperationException(SkipReason);

        await _copying.WaitAsync(cancellationToken);
        try
        {
            _template ??= await CreateTemplateAsync(address, migrate, cancellationToken);
            return await PostgreSqlDatabase.CreateAsync(address, _template.Name, cancellationToken);
        }
        finally
        {
            _copying.Release();
        }
    }

    /// <summary>A database without a schema.</summary>
    /// <param name="cancellationToken">Stops waiting for the server.</param>
    /// <param name="server">Another one than the usual.</param>
    public static Task<PostgreSqlDatabase> CreateEmptyDatabaseAsync(CancellationToken cancellationToken, string? server = null) =>
        PostgreSqlDatabase.CreateAsync(server ?? Address ?? throw new InvalidOperationException(SkipReason), "template0", cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_template is not null)
        {
            await _template.DisposeAsync();
        }

        _copying.Dispose();
    }

    private static async Task<PostgreSqlDatabase> CreateTemplateAsync(
        string address, Func<string, Task> migrate, CancellationToken cancellationToken)
    {
        var template = await PostgreSqlDatabase.CreateAsync(address, "template0", cancellationToken);
        try
        {
            await migrate(template.ConnectionString);
            await template.DisconnectAsync(cancellationToken);
            return template;
        }
        catch
        {
            await template.DisposeAsync();
            throw;
        }
    }
}
