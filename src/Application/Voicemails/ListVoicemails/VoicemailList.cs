using MaskedVoicemail.Application.Common;

namespace MaskedVoicemail.Application.Voicemails.ListVoicemails;

/// <param name="Numbers">The subscriber's masked numbers, oldest first.</param>
public sealed record VoicemailList(Page<VoicemailItem> Page, IReadOnlyList<OwnNumber> Numbers);
