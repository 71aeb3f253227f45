using MediatR;

namespace MaskedVoicemail.Application.Calls.RouteCall;

/// <summary>A call has come in: what is to happen to it?</summary>
public sealed record RouteCallCommand(IncomingCall Call) : IRequest<CallInstructions>;
