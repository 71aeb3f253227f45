using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Calls;
using MediatR;

namespace MaskedVoicemail.Application.Calls.ListCalls;

/// <summary>A page of the calls to a subscriber's numbers, newest first.</summary>
/// <param name="Outcome">Only calls that ended so, or null for all.</param>
/// <param name="Turn">Null for the first page.</param>
public sealed record ListCallsQuery(SubscriberId Owner, CallOutcome? Outcome, PageTurn? Turn) : IRequest<CallList>;
