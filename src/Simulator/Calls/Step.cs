using MaskedVoicemail.Simulator.Twiml;

namespace MaskedVoicemail.Simulator.Calls;

/// <summary>Where a verb leads: to the next verb, to another document, or to the end.</summary>
/// <param name="IsNextVerb">The document goes on.</param>
/// <param name="Document">The document to run instead; null, unless the next verb runs, is the end.</param>
internal readonly record struct Step(bool IsNextVerb, TwimlDocument? Document)
{
    public static Step NextVerb { get; } = new(true, null);

    public static Step End { get; } = new(false, null);

    /// <summary>To that document; to the end, if it could not be had.</summary>
    public static Step To(TwimlDocument? document) => new(false, document);
}
