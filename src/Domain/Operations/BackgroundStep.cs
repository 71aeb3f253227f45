using MaskedVoicemail.Domain.Voicemails;

namespace MaskedVoicemail.Domain.Operations;

/// <summary>
/// One thing to do for one voicemail: there is one row a voicemail and kind. The row says what is due; the job engine only runs it.
/// A step may run more than once (a process can die before it commits), so each is idempotent.
/// </summary>
public sealed class BackgroundStep
{
    public const int LastErrorMaxLength = 500;

    private BackgroundStep()
    {
    }

    public VoicemailId VoicemailId { get; private set; }

    public StepKind Kind { get; private set; }

    public StepState State { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    /// <summary>How often it was tried in vain since it was last asked for.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was first asked for.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How often a node has taken it on. Only the newest run may say how it ended.</summary>
    public int Run { get; private set; }

    /// <summary>Until when the newest run has it for itself, by the clock of the database; null while nobody runs it.</summary>
    public DateTimeOffset? LeasedUntil { get; private set; }

    /// <summary>Why the last attempt failed, without personal data.</summary>
    public string? LastError { get; private set; }

    public DateTimeOffset? FinishedAt { get; private set; }

    public static BackgroundStep Create(VoicemailId voicemail, StepKind kind, DateTimeOffset dueAt, DateTimeOffset now) => new()
    {
        VoicemailId = voicemail,
        Kind = kind,
        DueAt = dueAt,
        CreatedAt = now,
    };

    public bool IsDueAt(DateTimeOffset now) => State is StepState.Due && DueAt <= now;

    public void Complete(DateTimeOffset now)
    {
        State = StepState.Done;
        LeasedUntil = null;
        LastError = null;
        FinishedAt = now;
    }

    public void Retry(DateTimeOffset dueAt, string error)
    {
        Attempts++;
        LeasedUntil = null;
        DueAt = dueAt;
        LastError = Cut(error);
    }

    public void GiveUp(string error, DateTimeOffset now)
    {
        Attempts++;
        LeasedUntil = null;
        State = StepState.Failed;
        LastError = Cut(error);
        FinishedAt = now;
    }

    /// <summary>An administrator, or a change that makes it worth while, asks for it again.</summary>
    public void RunAgain(DateTimeOffset now)
    {
        State = StepState.Due;
        DueAt = now;
        Attempts = 0;
        FinishedAt = null;
    }

    private static string Cut(string error) => error.Length <= LastErrorMaxLength ? error : error[..LastErrorMaxLength];
}
