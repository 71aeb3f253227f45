using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Numbers;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.ListVoicemails;

/// <summary>A page of a subscriber's messages, newest first.</summary>
/// <param name="Number">Only those left on this masked number, or null for all.</param>
/// <param name="Search">Only those whose caller or text holds this, or null for all.</param>
/// <param name="Turn">Null for the first page.</param>
public sealed record ListVoicemailsQuery(SubscriberId Owner, VoicemailFolder Folder, MaskedNumberId? Number, string? Search, PageTurn? Turn)
    : IRequest<VoicemailList>;
