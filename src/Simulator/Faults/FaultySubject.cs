using Microsoft.AspNetCore.Http;

namespace MaskedVoicemail.Simulator.Faults;

/// <summary>What would have been answered, for a fault to spoil.</summary>
public sealed record FaultySubject(
    string ContentType,
    ReadOnlyMemory<byte> Content,
    Func<HttpContext, int, Task> AnswerErrorAsync);
