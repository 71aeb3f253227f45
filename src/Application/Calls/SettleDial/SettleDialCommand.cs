using MaskedVoicemail.Domain.Calls;
using MediatR;

namespace MaskedVoicemail.Application.Calls.SettleDial;

/// <summary>The owner's phone has rung: what came of it is recorded, and the caller is asked for a message unless they talked.</summary>
public sealed record SettleDialCommand(string CallSid, DialResult Result) : IRequest<CallInstructions>;
