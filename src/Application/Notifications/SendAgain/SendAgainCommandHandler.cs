using MaskedVoicemail.Application.Notifications.LiftSuppression;
using MaskedVoicemail.Application.Notifications.ListMailTrouble;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Notifications;
using MediatR;

namespace MaskedVoicemail.Application.Notifications.SendAgain;

internal sealed class SendAgainCommandHandler(IMediator mediator) : IRequestHandler<SendAgainCommand, Result>
{
    public async Task<Result> Handle(SendAgainCommand request, CancellationToken cancellationToken)
    {
        var address = SuppressedAddress.Normalize(request.Address);
        var troubles = await mediator.Send(new ListMailTroubleQuery(request.Owner), cancellationToken);
        return troubles.Any(trouble => trouble.Address == address && trouble.CanSendAgain)
            ? await mediator.Send(new LiftSuppressionCommand(address), cancellationToken)
            : NotificationErrors.NotYours;
    }
}
