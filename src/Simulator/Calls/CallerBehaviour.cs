using MaskedVoicemail.Simulator.Audio;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>What the caller does. A caller who talks with the owner does nothing of it.</summary>
public sealed record CallerBehaviour
{
    private CallerBehaviour()
    {
    }

    /// <summary>Hangs up when it has rung so long. Null: waits.</summary>
    public TimeSpan? RingingPatience { get; init; }

    /// <summary>Hangs up when prompts have been heard for so long. Null: listens to all.</summary>
    public TimeSpan? ListeningPatience { get; init; }

    /// <summary>Said after the beep.</summary>
    public SpokenMessage? Message { get; init; }

    /// <summary>After the message; without a message, right after the beep.</summary>
    public MessageEnding Ending { get; init; }

    /// <summary>The key for <see cref="MessageEnding.Key"/>.</summary>
    public char Key { get; init; } = '#';

    /// <summary>Pressed when a prompt asks for keys. Null: nothing.</summary>
    public string? Presses { get; init; }

    public static CallerBehaviour LeavesMessage(
        SpokenMessage message, MessageEnding ending = MessageEnding.HangUp, char key = '#') =>
        new() { Message = message, Ending = ending, Key = key };

    /// <summary>A message of so many seconds, for tests that do not care for its sound.</summary>
    public static CallerBehaviour LeavesMessage(double seconds, string? transcript = null) =>
        LeavesMessage(SpokenMessage.Tone(seconds, transcript));

    /// <summary>Stays on the line after the beep and says nothing.</summary>
    public static CallerBehaviour StaysSilent() => new() { Ending = MessageEnding.Silence };

    public static CallerBehaviour HangsUpAtBeep() => new() { Ending = MessageEnding.HangUp };

    public static CallerBehaviour HangsUpWhileRinging(TimeSpan? after = null) =>
        new() { RingingPatience = after ?? TimeSpan.FromSeconds(4) };

    public static CallerBehaviour HangsUpDuringGreeting(TimeSpan? after = null) =>
        new() { ListeningPatience = after ?? TimeSpan.FromSeconds(1) };
}
