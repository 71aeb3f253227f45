using System.Net;
using MaskedVoicemail.Domain.Accounts;
using MaskedVoicemail.Domain.Notifications;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Infrastructure.Accounts;
using MaskedVoicemail.Integration.Tests.Accounts;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Mail;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Notifications;

/// <summary>An address from which mail comes back gets none any more, and its owner is told where they look.</summary>
public abstract class MailThatComesBackTests(VoicemailService service)
{
    private const string Notice = "comes back.";

    [Fact]
    public async Task The_next_message_is_not_announced_and_waits_in_the_portal_until_the_owner_wants_mail_again()
    {
        var number = await service.HasMailboxAsync();
        await service.GetsMessageAsync(number);
        var bounce = MailEvent.Bounced(Assert.Single(service.Mails.To(number.OwnerEmail)));
        using var owner = new Reader(service, number.OwnerId);
        Assert.DoesNotContain(Notice, await owner.ReadAsync("/calls"));

        await service.Line.MailEvents.SendAsync(Announcements.Events, bounce);
        var unannounced = await service.GetsMessageAsync(number);

        Assert.Single(service.Mails.To(number.OwnerEmail));
        Assert.Equal(NotificationStatus.Suppressed, (await service.NotificationAsync(unannounced))!.Status);
        await service.EventuallyAsync(() => StepAsync(unannounced), step => step is { State: StepState.Done, Attempts: 0 }, "the step is done and not tried again");
        foreach (var page in (string[])["/voicemails", "/calls", "/settings/forwarding", "/usage", $"/voicemails/{unannounced}"])
        {
            Assert.Contains($"Mail to {number.OwnerEmail} comes back.", await owner.ReadAsync(page));
        }

        Assert.Contains("No e-mail was sent, because mail to your address comes back", await owner.ReadAsync($"/voicemails/{unannounced}"));

        using var again = await owner.PostAsync("/settings/mail-again", new("address", number.OwnerEmail), new("returnUrl", "/calls"));
        Assert.Equal("/calls", again.Headers.Location?.OriginalString);
        Assert.DoesNotContain(Notice, await owner.ReadAsync("/calls"));
        await service.GetsMessageAsync(number);

        var mails = service.Mails.To(number.OwnerEmail);
        Assert.Equal(2, mails.Count);
        Assert.Null(mails[1].DropReason);

        // SendGrid repeats itself: that is old news. A new return is not.
        await service.Line.MailEvents.SendAsync(Announcements.Events, bounce);
        Assert.DoesNotContain(Notice, await owner.ReadAsync("/calls"));
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        await service.Line.MailEvents.SendAsync(Announcements.Events, MailEvent.Bounced(mails[1]) with { At = service.Clock.GetUtcNow() });
        Assert.Contains(Notice, await owner.ReadAsync("/calls"));
    }

    [Fact]
    public async Task The_address_of_a_number_is_corrected_where_the_notice_leads()
    {
        var number = await service.HasMailboxAsync("Typo@Example.test");
        var (_, mail) = await service.HasAnnouncedMessageAsync(number, "Typo@Example.test");
        using var owner = new Reader(service, number.OwnerId);
        using var stranger = new Reader(service, (await service.HasMailboxAsync()).OwnerId);

        await service.Line.MailEvents.SendAsync(Announcements.Events, MailEvent.Bounced(mail));

        Assert.Contains($"href=\"/settings/forwarding/{number.Id}#Form_EmailForVoicemail\"", await owner.ReadAsync("/voicemails"));
        Assert.DoesNotContain(Notice, await stranger.ReadAsync("/voicemails"));
        await service.ChangeAsync(async db =>
        {
            var row = await db.MaskedNumbers.SingleAsync(other => other.Id == number.Id);
            row.ChangeForwarding(row.Forwarding with { EmailForVoicemail = "right@example.test" }, service.Clock.GetUtcNow());
        });
        Assert.DoesNotContain(Notice, await owner.ReadAsync("/voicemails"));
    }

    [Fact]
    public async Task Nobody_lifts_the_suppression_of_an_address_that_is_not_theirs_or_whose_reader_calls_the_mail_spam()
    {
        var number = await service.HasMailboxAsync("annoyed@example.test");
        var (_, mail) = await service.HasAnnouncedMessageAsync(number, "annoyed@example.test");
        using var owner = new Reader(service, number.OwnerId);
        using var stranger = new Reader(service, (await service.HasMailboxAsync()).OwnerId);

        await service.Line.MailEvents.SendAsync(Announcements.Events, MailEvent.SpamReported(mail));

        Assert.DoesNotContain("/settings/mail-again", await owner.ReadAsync("/voicemails"));
        foreach (var reader in (Reader[])[owner, stranger])
        {
            using var refused = await reader.PostAsync("/settings/mail-again", new KeyValuePair<string, string>("address", "annoyed@example.test"));
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.NotNull(await service.SuppressionAsync("annoyed@example.test"));
    }

    [Fact]
    public async Task An_administrator_sees_what_became_of_mails_and_has_them_sent_again()
    {
        var number = await service.HasMailboxAsync("full@example.test");
        var (_, bounced) = await service.HasAnnouncedMessageAsync(number, "full@example.test");
        var (arrived, delivered) = await service.HasAnnouncedMessageAsync(number, "arrives@example.test");
        await service.Line.MailEvents.SendAsync(Announcements.Events, MailEvent.Bounced(bounced), MailEvent.Delivered(delivered));
        using var administrator = new Reader(service, new SubscriberId(Guid.CreateVersion7()), ApplicationRole.Administrator);
        using var owner = new Reader(service, number.OwnerId);

        Assert.Contains("arrives@example.test", await administrator.ReadAsync("/admin/mail"));
        var cameBack = await administrator.ReadAsync("/admin/mail?filter=came-back");
        Assert.Contains("full@example.test", cameBack);
        Assert.Contains("Recipient address rejected", cameBack);
        Assert.DoesNotContain("arrives@example.test", cameBack);
        Assert.Contains("arrives@example.test", await administrator.ReadAsync("/admin/mail?filter=delivered"));
        Assert.Contains("E-mail delivered", await owner.ReadAsync($"/voicemails/{arrived}"));
        Assert.Contains("full@example.test", await administrator.ReadAsync("/admin/mail/suppressed"));

        service.Line.Faults.Mail.RespondWith(403).Once();
        using var failed = await administrator.PostAsync("/admin/mail/suppressed/lift", new KeyValuePair<string, string>("address", "full@example.test"));
        Assert.NotNull(await service.SuppressionAsync("full@example.test"));
        using var lifted = await administrator.PostAsync("/admin/mail/suppressed/lift", new KeyValuePair<string, string>("address", "full@example.test"));

        Assert.Null(await service.SuppressionAsync("full@example.test"));
        Assert.Null(service.Line.MailSuppressions.ReasonToDrop("full@example.test"));
    }

    [Fact]
    public async Task Mails_about_an_account_are_not_sent_either_and_the_page_does_not_tell()
    {
        var suppressed = await service.HasAccountAsync("three quiet words");
        var other = await service.HasAccountAsync("three quiet words");
        await service.ChangeAsync(db =>
        {
            db.Add(SuppressedAddress.Create(suppressed, SuppressionReason.Bounced, service.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        var before = service.Mails.To(suppressed).Count;
        using var visitor = new Visitor(service);

        var one = await visitor.SendAsync("/account/forgot-password", ("Email", suppressed));
        var two = await visitor.SendAsync("/account/forgot-password", ("Email", other));

        Assert.Equal(one.Text.Replace(suppressed, "", StringComparison.Ordinal), two.Text.Replace(other, "", StringComparison.Ordinal));
        Assert.Equal(before, service.Mails.To(suppressed).Count);
        using var owner = new Visitor(service);
        var page = await owner.SignInAsync(suppressed, "three quiet words");
        Assert.Contains($"Mail to {suppressed} comes back.", page.Text);
        Assert.Contains($"发往 {suppressed} 的邮件被退回。", (await owner.SendAsync(page, "/language", [("language", "zh-CN"), ("returnUrl", "/calls")])).Text);
    }

    private Task<BackgroundStep> StepAsync(VoicemailId message) => service.ReadAsync(db => db.BackgroundSteps.AsNoTracking()
        .SingleAsync(step => step.VoicemailId == message && step.Kind == StepKind.NotifyOwner));

    public sealed class OnSqlite(SqliteService service) : MailThatComesBackTests(service), IClassFixture<SqliteService>;

    public sealed class OnPostgreSql(PostgreSqlService service) : MailThatComesBackTests(service), IClassFixture<PostgreSqlService>;
}
