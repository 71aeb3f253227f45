using MaskedVoicemail.Integration.Tests.Support;

namespace MaskedVoicemail.Integration.Tests.Commands;

/// <summary>Mistakes on the command line.</summary>
public sealed class UsingCommandsTests() : CommandTests(new SqliteInstallation())
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "polish", "'polish'" },
        { "migrate --twice", "'--twice'" },
        { "create-admin --email ada@example.test", "'--password' is required" },
        { "seed", "'--numbers' is required" },
        { "seed --numbers 0", "--numbers: 0 is not a number from 1 to 10000000." },
        { "seed --numbers ten", "--numbers: ten is not a number" },
        { "seed --numbers 10 --voicemails -1", "--voicemails: -1 is not a number" },
        { "seed --numbers 10 --forwarding-quota 99999999999", "--forwarding-quota: 99999999999 is not a number" },
        { "seed --numbers 2 --from 9999999", "--from and --numbers together may not exceed 10000000" },
        { "seed --numbers 10 --colour red", "'--colour'" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mistake_is_named_beside_the_usage(string commandLine, string mistake)
    {
        var run = await Installation.RunAsync(commandLine.Split(' '));

        Fails(run, mistake);
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Installation.Folder, "data")));
    }

    [Fact]
    public async Task The_commands_explain_themselves()
    {
        var run = await Installation.SucceedsAsync("--help");

        Assert.All(["migrate", "create-admin", "seed"], command => Assert.Contains($"  {command} ", run.Output, StringComparison.Ordinal));
    }
}
