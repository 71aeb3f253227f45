using MaskedVoicemail.Delivery.Tests.Support;
using MaskedVoicemail.Domain.Operations;
using MaskedVoicemail.Domain.Voicemails;
using MaskedVoicemail.Integration.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MaskedVoicemail.Delivery.Tests.Operations;

/// <summary>A partner refuses our credentials: more requests mend nothing, and may get the account locked.</summary>
public sealed class LeavingPartnersAloneTests(PostgreSqlServer server)
{
    private const int Messages = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task After_three_refusals_no_mail_is_tried_for_five_minutes_and_every_one_leaves_once_the_key_is_right(int status)
    {
        await using var service = await Service.StartAsync(DatabaseKind.Sqlite, server);
        await service.HasOwnerAsync();
        var refusals = service.Partners.Faults.Mail.RespondWith(status);
        for (var i = 0; i < Messages; i++)
        {
            await service.CallerLeavesMessageAsync(service.Partners.HasRecording(seconds: 1));
        }

        await service.RunDueStepsAsync();

        Assert.Equal(3, refusals.Used);
        Assert.Equal(Messages, await service.QueryAsync(db => db.Voicemails.CountAsync(row => row.Status == VoicemailStatus.Ready, Cancellation)));

        // A day without the right key: one request at a time asks for it, and nothing is given up.
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromDays(1); waited += Pause)
        {
            service.Clock!.Advance(Pause);
            await service.RunDueStepsAsync();
        }

        Assert.InRange(refusals.Used, 10, 3 + (int)(TimeSpan.FromDays(1) / Pause));
        Assert.Equal(Messages, await CountMailsAsync(service, StepState.Due));

        service.Partners.Faults.Clear();
        for (var waited = TimeSpan.Zero; waited < 3 * Pause; waited += TimeSpan.FromMinutes(1))
        {
            service.Clock!.Advance(TimeSpan.FromMinutes(1));
            await service.RunDueStepsAsync();
        }

        Assert.Equal(Messages, service.Partners.Mail.All.Count);
        Assert.Equal(Messages, await CountMailsAsync(service, StepState.Done));
    }

    private static Task<int> CountMailsAsync(Service service, StepState state) => service.QueryAsync(
        db => db.BackgroundSteps.CountAsync(step => step.Kind == StepKind.NotifyOwner && step.State == state, Cancellation));
}
