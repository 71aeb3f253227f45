namespace MaskedVoicemail.Simulator.Messaging;

/// <summary>A message that the answer's TwiML sends.</summary>
public sealed record TextReply(string From, string To, string Body);
