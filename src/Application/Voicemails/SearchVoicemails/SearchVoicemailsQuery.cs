using MaskedVoicemail.Application.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.SearchVoicemails;

/// <summary>A page of those of a subscriber's messages whose caller or text holds some words, newest first.</summary>
/// <param name="Search">Without blanks around it, and not empty.</param>
/// <param name="Turn">Null for the first page.</param>
public sealed record SearchVoicemailsQuery(MailboxPart Part, string Search, PageTurn? Turn) : IRequest<VoicemailList>;
