namespace MaskedVoicemail.Domain.Common;

/// <summary>An expected refusal.</summary>
/// <param name="Code">Stable name for programs, such as <c>forwarding.own_number</c>.</param>
/// <param name="Message">A sentence for a person, in English, which is also the key of its translations; may hold <c>{0}</c> placeholders.</param>
/// <param name="Kind">What kind of refusal it is.</param>
/// <param name="Field">The input that it is about, or null.</param>
public sealed record Error(string Code, string Message, ErrorKind Kind, string? Field = null)
{
    /// <summary>Values of the message's placeholders.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];
}
