using MaskedVoicemail.Domain.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.CloseExpected;

/// <summary>Asks Twilio what became of messages that callers were asked for and nobody has reported on for ten minutes. Safe to repeat.</summary>
public sealed record CloseExpectedCommand : IRequest<Result>;
