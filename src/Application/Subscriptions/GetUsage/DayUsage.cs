namespace MaskedVoicemail.Application.Subscriptions.GetUsage;

/// <param name="Day">In the reader's time zone.</param>
/// <param name="Calls">That came in, whatever became of them.</param>
/// <param name="Voicemails">That were left.</param>
public sealed record DayUsage(DateOnly Day, int Calls, int Voicemails);
