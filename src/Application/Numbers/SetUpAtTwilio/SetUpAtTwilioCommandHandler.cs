using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace MaskedVoicemail.Application.Numbers.SetUpAtTwilio;

internal sealed partial class SetUpAtTwilioCommandHandler(IAppDbContext db, ITwilioNumbers twilio, ILogger<SetUpAtTwilioCommandHandler> logger)
    : IRequestHandler<SetUpAtTwilioCommand, Result>
{
    public async Task<Result> Handle(SetUpAtTwilioCommand request, CancellationToken cancellationToken)
    {
        var number = await db.MaskedNumbers.InService().AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.NumberId, cancellationToken);
        if (number is null)
        {
            return NumberErrors.NotFound;
        }

        try
        {
            if (await twilio.FindAsync(number.Number, cancellationToken) is not { } sid)
            {
                return NumberErrors.NotAtTwilio;
            }

            await twilio.ConfigureAsync(sid, request.Addresses, cancellationToken);
            return Result.Success;
        }
        catch (PartnerException exception)
        {
            LogNotSetUp(number.Number, exception.Message);
            return NumberErrors.TwilioRefused;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Number {Number} could not be set up at Twilio: {Reason}")]
    private partial void LogNotSetUp(PhoneNumber number, string reason);
}
