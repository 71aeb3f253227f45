using MaskedVoicemail.Application.Common;
using MediatR;

namespace MaskedVoicemail.Application.Voicemails.ListVoicemails;

internal sealed class ListVoicemailsQueryHandler(IMailbox mailbox) : IRequestHandler<ListVoicemailsQuery, VoicemailList>
{
    public async Task<VoicemailList> Handle(ListVoicemailsQuery request, CancellationToken cancellationToken) =>
        VoicemailList.Of(await mailbox.ReadAsync(request.Part, request.Turn, Paging.ReadAhead, cancellationToken), request.Turn);
}
