namespace MaskedVoicemail.Application.Calls;

/// <summary>
/// Takes a call in: decides its route, reserves a unit of quota, and writes the call and, where a message is asked for, its expected voicemail.
/// All of it in one transaction and one round trip, because this is the path on which a caller waits and hears nothing.
/// The same call sid always gets the same answer and costs one unit at most.
/// </summary>
public interface ICallIntake
{
    Task<CallIntake> AcceptAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken);
}
