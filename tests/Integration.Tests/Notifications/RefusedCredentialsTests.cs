using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Integration.Tests.Support;
using MaskedVoicemail.Simulator.Calls;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Integration.Tests.Notifications;

/// <summary>A key was revoked: nobody is hammered, nothing is given up, and all goes out once it is put right.</summary>
public sealed class RefusedCredentialsTests(SqliteService service) : IClassFixture<SqliteService>
{
    private const int Messages = 10;

    /// <summary>As many as may be under way when the third refusal arrives.</summary>
    private const int MostRequests = 8;

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_partner_that_refuses_us_is_left_alone_and_everything_is_sent_when_it_is_put_right(int status)
    {
        service.Mails.Clear();

        // What was accepted a minute ago says nothing of the key any more.
        service.Clock.Advance(TimeSpan.FromMinutes(2));
        var refusal = service.Line.Faults.Mail.RespondWith(status);
        var number = await service.HasNumberAsync(forwardingQuota: 0);
        for (var i = 0; i < Messages; i++)
        {
            await service.Line.PlaceCallAsync(
                new PhoneCall { From = "+12125550100", To = number.E164, Caller = CallerBehaviour.LeavesMessage(3) }, TestContext.Current.CancellationToken);
        }

        await service.EventuallyAsync(() => WaitingAsync(number), waiting => waiting == Messages, "every mail waits");
        Assert.InRange(refusal.Used, 3, MostRequests);
        Assert.Contains(service.Logged.All, line => line.Contains("SendGrid refuses our credentials", StringComparison.Ordinal));

        service.Line.Faults.Clear();
        service.Clock.Advance(TimeSpan.FromMinutes(11));
        await service.EventuallyAsync(() => Task.FromResult(service.Mails.To(number.OwnerEmail).Count), count => count == Messages, "every mail is sent");
        await service.EventuallyAsync(() => WaitingAsync(number), waiting => waiting == 0, "nothing waits");
        Assert.Equal(Messages, service.Mails.To(number.OwnerEmail).Count);
    }

    private Task<int> WaitingAsync(TestNumber number) => service.ReadAsync(db => db.BackgroundSteps
        .Where(step => step.Kind == StepKind.NotifyOwner && step.State == StepState.Due && step.LastError != null)
        .Join(db.Voicemails.Where(voicemail => voicemail.NumberId == number.Id), step => step.VoicemailId, voicemail => voicemail.Id, (step, _) => step)
        .CountAsync());
}
