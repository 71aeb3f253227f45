namespace MaskedVoicemail.Application.Numbers;

/// <summary>Where Twilio reports what happens to a number: absolute URLs, asked by POST.</summary>
/// <param name="Voice">A call comes in.</param>
/// <param name="VoiceFallback">That address failed.</param>
/// <param name="CallStatus">A call is over.</param>
/// <param name="Messaging">A text message comes in.</param>
public sealed record NumberAddresses(string Voice, string VoiceFallback, string CallStatus, string Messaging);
