using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Calls.SettleOverdueCalls;

/// <summary>
/// Asks Twilio how calls ended whose end nobody has reported, so that no unit of quota stays reserved for ever. Safe to repeat.
/// </summary>
public sealed record SettleOverdueCallsCommand : IRequest<Result>;
