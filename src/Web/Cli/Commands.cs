using System.CommandLine;
using MaskedVoicemail.Web.Hosting;

namespace MaskedVoicemail.Web.Cli;

/// <summary>The program's commands. Without one it serves, and its arguments are settings.</summary>
internal static class Commands
{
    private static readonly string[] Help = ["--help", "-h", "-?", "/?", "/h", "--version"];

    /// <summary>Whether these arguments name a command: they begin with a bare word, or ask for help. Settings begin with a dash or hold an equals sign.</summary>
    public static bool AreNamedBy(string[] args) =>
        args is [var first, ..] && (Help.Contains(first) || (first.Length > 0 && char.IsAsciiLetter(first[0]) && !first.Contains('=', StringComparison.Ordinal)));

    public static Task<int> RunAsync(string[] args) =>
        new RootCommand("Masked phone numbers with voicemail. Without a command the program serves; its arguments are settings then, such as --urls http://localhost:5080.")
        {
            MigrateCommand.Create(),
            CreateAdminCommand.Create(),
            SeedCommand.Create(),
        }
        .Parse(args)
        .InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });

    /// <summary>
    /// The composition of the server, not started. A command says itself what it does: the log has warnings alone and goes to standard error, where
    /// its thread can't put a line between those of the command.
    /// </summary>
    public static WebApplication Build() => MaskedVoicemailHost.Build(["--Logging:LogLevel:Default=Warning", "--Logging:Console:LogToStandardErrorThreshold=Trace"]);
}
