using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Numbers;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Numbers.ChangeForwarding;

internal sealed class ChangeForwardingCommandHandler(IAppDbContext db, TimeProvider clock) : IRequestHandler<ChangeForwardingCommand, Result>
{
    public async Task<Result> Handle(ChangeForwardingCommand request, CancellationToken cancellationToken)
    {
        var number = await db.MaskedNumbers.InService()
            .SingleOrDefaultAsync(row => row.Id == request.NumberId && row.OwnerId == request.OwnerId, cancellationToken);
        if (number is null)
        {
            return NumberErrors.NotFound;
        }

        var settings = ToSettings(request);
        if (number.Forwarding == settings)
        {
            return Result.Success;
        }

        if (number.Version != request.Version)
        {
            return NumberErrors.ChangedMeanwhile;
        }

        if (settings.Target is { } target && (target == number.Number || await db.IsMaskedAsync(target, cancellationToken)))
        {
            return NumberErrors.TargetIsMasked;
        }

        number.ChangeForwarding(settings, clock.GetUtcNow());
        return await SaveAsync(number.Id, settings, cancellationToken);
    }

    private static ForwardingSettings ToSettings(ChangeForwardingCommand request) => new()
    {
        IsEnabled = request.IsEnabled,
        Target = request.Target.ToPhoneNumber(),
        RingSeconds = request.RingSeconds!.Value,
        IsScreened = request.IsScreened,
        Language = request.Language,
        Greeting = GreetingText.Clean(request.Greeting),
        MessageSeconds = request.MessageSeconds!.Value,
        FinishOnKey = request.FinishOnKey!,
        EmailForVoicemail = string.IsNullOrWhiteSpace(request.EmailForVoicemail) ? null : request.EmailForVoicemail.Trim(),
        IsTranscribed = request.IsTranscribed,
    };

    private async Task<Result> SaveAsync(MaskedNumberId id, ForwardingSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same form, sent twice at once: one of the two was first, and both wanted the same.
            var saved = await db.MaskedNumbers.AsNoTracking().Where(row => row.Id == id).Select(row => row.Forwarding).SingleAsync(cancellationToken);
            return saved == settings ? Result.Success : NumberErrors.ChangedMeanwhile;
        }
    }
}
