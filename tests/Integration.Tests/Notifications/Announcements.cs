using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Audio;
using MaskedVoicemail.Simulator.Calls;
using MaskedVoicemail.Simulator.Mail;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Notifications;

/// <summary>Mails that announce messages.</summary>
internal static class Announcements
{
    public const string Events = "/webhook/sendgrid-events";

    /// <summary>A number whose callers are asked for a message at once.</summary>
    public static Task<TestNumber> HasMailboxAsync(this VoicemailService service, string? email = null) =>
        service.HasNumberAsync(settings => settings with { IsEnabled = false, EmailForVoicemail = email });

    /// <summary>A caller leaves a message, and all that follows from it is done; returns the message.</summary>
    public static async Task<VoicemailId> GetsMessageAsync(this VoicemailService service, TestNumber number)
    {
        var call = await service.Line.PlaceCallAsync(
            new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(SampleMessages.English[0]) },
            TestContext.Current.CancellationToken);
        var id = Assert.Single(await service.VoicemailsOfAsync(call.CallSid)).Id;
        await service.EventuallyAsync(
            () => service.NotificationAsync(id), notification => notification is { Status: not NotificationStatus.Pending }, "the owner was told, or not");
        return id;
    }

    /// <summary>A message that was announced without a call, which is faster; returns the mail.</summary>
    public static async Task<(VoicemailId Message, SentMail Mail)> HasAnnouncedMessageAsync(
        this VoicemailService service, TestNumber number, string? recipient = null, bool isAnswered = true)
    {
        var id = await service.HasMessageAsync(number);
        var now = service.Clock.GetUtcNow();
        var notification = Notification.ByEmail(id, recipient ?? number.OwnerEmail, now);
        if (isAnswered)
        {
            notification.MarkSent("abc", now);
        }

        await service.ChangeAsync(db =>
        {
            db.Add(notification);
            return Task.CompletedTask;
        });
        return (id, new SentMail
        {
            MessageId = "abc",
            At = now,
            From = "voicemail@example.com",
            To = [notification.Recipient],
            Subject = "New voicemail",
            CustomArgs = new Dictionary<string, string> { ["reference"] = notification.Id.ToString() },
            Json = "{}",
        });
    }

    public static Task<Notification?> NotificationAsync(this VoicemailService service, VoicemailId message) =>
        service.ReadAsync(db => db.Notifications.AsNoTracking().SingleOrDefaultAsync(row => row.VoicemailId == message));

    public static Task<SuppressedAddress?> SuppressionAsync(this VoicemailService service, string address) =>
        service.ReadAsync(db => db.SuppressedAddresses.AsNoTracking().SingleOrDefaultAsync(row => row.Address == address && row.LiftedAt == null));
}
