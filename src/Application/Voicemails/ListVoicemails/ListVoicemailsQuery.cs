using MaskedVoicemail.Application.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.ListVoicemails;

/// <summary>A page of a subscriber's messages, newest first.</summary>
/// <param name="Turn">Null for the first page.</param>
public sealed record ListVoicemailsQuery(MailboxPart Part, PageTurn? Turn) : IRequest<VoicemailList>;
