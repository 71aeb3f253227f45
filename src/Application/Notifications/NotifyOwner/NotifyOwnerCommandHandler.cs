using MaskedVoicemail.Application.Common;
using MaskedVoicemail.Domain.Common;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Voicemails;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Application.Notifications.NotifyOwner;

internal sealed class NotifyOwnerCommandHandler(IAppDbContext db, IEmailSender emails, PublicAddress address, TimeProvider clock)
    : IRequestHandler<NotifyOwnerCommand, Result>
{
    public async Task<Result> Handle(NotifyOwnerCommand request, CancellationToken cancellationToken)
    {
        var voicemail = await db.Voicemails.AsNoTracking().SingleOrDefaultAsync(row => row.Id == request.VoicemailId, cancellationToken);
        if (voicemail is null || voicemail.DeletedAt is not null || voicemail.Status is VoicemailStatus.Absent or VoicemailStatus.Deleted)
        {
            return Result.Success;
        }

        var number = await db.MaskedNumbers.AsNoTracking().SingleAsync(row => row.Id == voicemail.NumberId, cancellationToken);
        var owner = await db.Subscribers.AsNoTracking().SingleAsync(row => row.Id == voicemail.OwnerId, cancellationToken);

        // A number may have been handed on meanwhile: its address is the new owner's then, and the message is not.
        var recipient = number.OwnerId == owner.Id ? number.Forwarding.EmailForVoicemail ?? owner.Email : owner.Email;
        var notification = await PrepareAsync(voicemail.Id, recipient, cancellationToken);
        if (notification.Status is NotificationStatus.Sent or NotificationStatus.Suppressed)
        {
            return Result.Success;
        }

        if (await db.IsSuppressedAsync(notification.Recipient, cancellationToken))
        {
            notification.MarkSuppressed();
            await db.SaveChangesAsync(cancellationToken);
            return Result.Success;
        }

        var email = NewVoicemailEmail.Of(voicemail, number.Number, owner, address.UrlOf($"/voicemails/{voicemail.Id}"));
        await SendAsync(notification, email.To(notification.Recipient, notification.Id.ToString()));
        return Result.Success;
    }

    /// <summary>
    /// The row is there before the first attempt, and is found again by every later one, also when the owner has changed the address
    /// meanwhile: one message is announced once.
    /// </summary>
    private async Task<Notification> PrepareAsync(VoicemailId voicemail, string recipient, CancellationToken cancellationToken)
    {
        var notification = await db.Notifications
            .Where(row => row.VoicemailId == voicemail && row.Channel == NotificationChannel.Email)
            .OrderBy(row => row.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        if (notification is null)
        {
            notification = Notification.ByEmail(voicemail, recipient, clock.GetUtcNow());
            db.Notifications.Add(notification);
        }

        // Refused for good, yet due again: an administrator wants it tried once more.
        notification.TryAgain();
        await db.SaveChangesAsync(cancellationToken);
        return notification;
    }

    /// <summary>
    /// Not to be cut short by a shutdown: a mail whose answer nobody waits for would be sent a second time. Senders have short time limits of their own.
    /// </summary>
    private async Task SendAsync(Notification notification, EmailMessage message)
    {
        try
        {
            var providerMessageId = await emails.SendAsync(message, CancellationToken.None);
            notification.MarkSent(providerMessageId, clock.GetUtcNow());
        }
        catch (PartnerException exception) when (exception.IsPermanent)
        {
            notification.MarkFailed();
            await db.SaveChangesAsync(CancellationToken.None);
            throw;
        }

        await db.SaveChangesAsync(CancellationToken.None);
    }
}
