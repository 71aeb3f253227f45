namespace MaskedVoicemail.Scaling;

/// <summary>What is stored and written, in bytes: measured with PostgreSQL 15 by <c>benchmarks/Scaling/sizes.sh</c>, each row after its whole life.</summary>
internal sealed record Sizes
{
    public double Call { get; init; } = 257;

    public double CallIndexes { get; init; } = 241;

    /// <summary>A message without its audio, with a transcript of some hundred letters.</summary>
    public double Message { get; init; } = 923;

    public double MessageIndexes { get; init; } = 277;

    /// <summary>The steps and the notification of a message.</summary>
    public double Work { get; init; } = 676;

    public double WorkIndexes { get; init; } = 994;

    /// <summary>Log of a call from its beginning to its end, without a message, with tables so small that few pages are logged whole.</summary>
    public double CallLog { get; init; } = 1_749;

    /// <summary>Log of a message, with its steps and its notification, without the job engine's.</summary>
    public double MessageLog { get; init; } = 9_168;

    /// <summary>A second of audio as Twilio has it: 8,000 samples of 16 bit. 960 kB a minute.</summary>
    public double AudioSecond { get; init; } = 16_000;
}
