namespace MaskedVoicemail.Simulator.Twiml;

/// <summary>One attribute of a verb.</summary>
/// <param name="Name">Case-sensitive.</param>
/// <param name="Code">Twilio's code for a bad value.</param>
/// <param name="Mistake">What is wrong with a value; null when nothing is.</param>
internal sealed record AttributeRule(string Name, int Code, Func<string, string?> Mistake);
