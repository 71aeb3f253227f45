using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.Commands;

/// <summary>Tests that run the built program; each in an installation of its own.</summary>
public abstract class CommandTests(Installation installation) : IAsyncLifetime
{
    protected Installation Installation { get; } = installation;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => Installation.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected static void Fails(ProgramRun run, string because)
    {
        Assert.True(run.ExitCode == 1, run.ToString());
        Assert.Contains(because, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }
}
