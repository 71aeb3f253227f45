using System.Data.Common;
using MaskedVoicemail.Application.Operations;
using MaskedVoicemail.Application.Subscriptions.StartNewPeriod;
using MaskedVoicemail.Application.Voicemails;
using MaskedVoicemail.Domain.Calls;
using MediatR;
using Microsoft.Extensions.Options;

namespace MaskedVoicemail.Application.Calls.RouteCall;

internal sealed class RouteCallCommandHandler(
    ICallIntake intake, IMediator mediator, IOptions<TranscriptionOptions> transcription, ServiceMetrics metrics, TimeProvider clock)
    : IRequestHandler<RouteCallCommand, CallInstructions>
{
    public async Task<CallInstructions> Handle(RouteCallCommand request, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var taken = await AcceptAsync(request.Call, now, cancellationToken);
        if (taken is CallIntake.PeriodOver over)
        {
            // Once a month and subscription: the first call of the new period starts it.
            await mediator.Send(new StartNewPeriodCommand(over.SubscriptionId), cancellationToken);
            taken = await intake.AcceptAsync(request.Call, now, cancellationToken);
        }

        if (taken is CallIntake.Accepted { Route: var route })
        {
            metrics.CallRouted(route);
        }

        return taken switch
        {
            CallIntake.UnknownNumber => CallInstructions.Reject.Instance,
            CallIntake.Accepted { Route: CallRoute.SubscriptionInactive } accepted => new CallInstructions.SayUnavailable(accepted.Settings.Language),
            CallIntake.Accepted { Route: CallRoute.Forward, Settings.Target: { } target } accepted => new CallInstructions.Forward(
                target,
                // Withheld callers and SIP addresses are no caller ID that a phone network takes; the masked number is.
                request.Call.Caller.Number is null ? accepted.Number : null,
                accepted.Settings),
            CallIntake.Accepted accepted => transcription.Value.AskForMessage(accepted.Settings),
            _ => throw new InvalidOperationException("The new period was over before it began."),
        };
    }

    /// <summary>
    /// Once more, where the connection failed: it may have been an old one to a server that was restarted. Whether the first attempt was committed
    /// does not matter: the call's SID is the key.
    /// </summary>
    private async Task<CallIntake> AcceptAsync(IncomingCall call, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return await intake.AcceptAsync(call, now, cancellationToken);
        }
        catch (DbException exception) when (exception.IsTransient)
        {
            return await intake.AcceptAsync(call, now, cancellationToken);
        }
    }
}
