namespace MaskedVoicemail.Scaling;

/// <summary>What is stored and written, in bytes: measured with PostgreSQL 15 by <c>benchmarks/Scaling/sizes.sh</c>, each row after its whole life.</summary>
internal sealed record Sizes
{
    public double Call { get; init; } = 300;

    public double CallIndexes { get; init; } = 300;

    /// <summary>A message without its audio, with a transcript of some hundred letters.</summary>
    public double Message { get; init; } = 700;

    public double MessageIndexes { get; init; } = 400;

    /// <summary>The steps and the notification of a message.</summary>
    public double Work { get; init; } = 700;

    public double WorkIndexes { get; init; } = 600;

    /// <summary>Log of a call from its beginning to its end, without a message.</summary>
    public double CallLog { get; init; } = 6_000;

    /// <summary>Log of a message, with its steps and its notification, without the job engine's.</summary>
    public double MessageLog { get; init; } = 15_000;

    /// <summary>A second of audio as Twilio has it: 8,000 samples of 16 bit. 960 kB a minute.</summary>
    public double AudioSecond { get; init; } = 16_000;
}
