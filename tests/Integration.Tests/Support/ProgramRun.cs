namespace MaskedVoicemail.Integration.Tests.Support;

/// <summary>What a run of the program came to.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Says all three, for the message of a failed assertion.</summary>
    public override string ToString() => $"Exit code {ExitCode}{Environment.NewLine}{Output}{Environment.NewLine}{Errors}";
}
