namespace MaskedVoicemail.Domain.Operations;

/// <summary>How far a recurring look at a partner's records has come, so that the next one goes on there, however long this program was away.</summary>
public sealed class SweepMark
{
    public const int NameMaxLength = 64;

    private SweepMark()
    {
    }

    public string Name { get; private set; } = null!;

    /// <summary>Everything before was seen (UTC).</summary>
    public DateTimeOffset SeenUntil { get; private set; }

    public static SweepMark Create(string name, DateTimeOffset seenUntil) => new() { Name = name, SeenUntil = seenUntil };

    public void MoveTo(DateTimeOffset seenUntil) => SeenUntil = seenUntil;
}
