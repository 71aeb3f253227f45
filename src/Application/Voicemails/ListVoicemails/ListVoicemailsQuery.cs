using MaskedVoicemail.Application.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.ListVoicemails;

/// <summary>A page of a subscriber's messages, newest first.</summary>
/// <param name="Search">Only those whose caller or text holds this, or null for all.</param>
/// <param name="Turn">Null for the first page.</param>
public sealed record ListVoicemailsQuery(MailboxPart Part, string? Search, PageTurn? Turn) : IRequest<VoicemailList>;
