using MaskedVoicemail.Application.Calls.SettleOverdueCalls;
using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Application.Voicemails.CloseExpected;
using MaskedVoicemail.Application.Voicemails.FindMissedRecordings;
using MaskedVoicemail.Domain.Common;
using MediatR;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Infrastructure.Operations;

/// <summary>Compares our books with Twilio's, every five minutes: no report that got lost is missed for longer.</summary>
internal sealed partial class ReconcileWithTwilioJob(IMediator mediator, ILogger<ReconcileWithTwilioJob> logger) : RecurringJob
{
    public override async Task RunAsync(CancellationToken cancellationToken)
    {
        IRequest<Result>[] sweeps = [new FindMissedRecordingsCommand(), new CloseExpectedCommand(), new SettleOverdueCallsCommand()];
        foreach (var sweep in sweeps)
        {
            try
            {
                await mediator.Send(sweep, cancellationToken);
            }
            catch (PartnerException exception)
            {
                LogPutOff(sweep.GetType().Name, exception.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Sweep} is put off until the next run: {Reason}")]
    private partial void LogPutOff(string sweep, string reason);
}
